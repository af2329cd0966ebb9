package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.Inspector.LastRotation;
import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationReport;
import dev.wrapkey.encryption.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives all volumes of a server another key encryption key, and keeps for each server what the last
 * time took. Where it was refused or cut off, doing it again does the rest.
 */
public final class Rotations {

  private static final int TRIAL = 32;

  private final World world;
  private final ServerKeys keys;
  private final Volumes volumes;
  private final GoneKeys gone;
  private final Table<LastRotation> last;

  public Rotations(World world, Store store, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.keys = keys;
    this.volumes = volumes;
    this.gone = new GoneKeys(world, volumes);
    this.last = store.table("lastRotations", LastRotation.class);
  }

  ServerKeys keys() {
    return keys;
  }

  Volumes volumes() {
    return volumes;
  }

  /** What the last rotation of a server did, if there was one. */
  public Optional<LastRotation> last(Server server) {
    return last.get(server.status().volume());
  }

  /** Forgets a server that is gone. */
  void forget(Server server) {
    last.remove(server.status().volume());
  }

  /**
   * Rewraps under what a server shall be set to. Copies in the paired region whose key is gone for
   * good stay as they are; the key that follows it must be able to wrap.
   */
  void change(Server server, Server.Encryption to) throws KeyRefused {
    Run run = new Run();
    try {
      if (to.geo() != null) {
        changeGeo(server, to, run);
      }
      rotate(server, Volumes.Part.DATA, server.encryption(), to, run);
    } catch (KeyUnavailable refused) {
      throw new KeyRefused(refused, run.refused);
    }
    keep(server, run.reports);
  }

  private void changeGeo(Server server, Server.Encryption to, Run run) throws KeyUnavailable {
    List<String> all = volumes.kinds(server, Volumes.Part.GEO);
    List<String> kept = all.stream().filter(kind -> !gone.sealed(server, kind)).toList();
    for (String kind : kept) {
      run.reports.add(rotate(server, kind, Copies.geo(server.encryption()), Copies.geo(to), run));
    }
    if (kept.isEmpty()) {
      run.wrapping(Copies.geo(to)).wrap(new byte[TRIAL]);
    }
  }

  /** Rewraps one part under the newest version of its versionless key. */
  void follow(Server server, Volumes.Part part) throws KeyUnavailable {
    Run run = new Run();
    Server.Encryption lock = KeyHealth.lock(server, part);
    rotate(server, part, lock, lock, run);
    keep(server, run.reports);
  }

  /** Whether a change to another key had begun to reach the volumes of a server. */
  boolean hasBegun(Server server, Server.Encryption to) {
    return hasBegun(server, Volumes.Part.DATA, to)
        || hasBegun(server, Volumes.Part.GEO, Copies.geo(to));
  }

  private boolean hasBegun(Server server, Volumes.Part part, Server.Encryption to) {
    String wanted = String.valueOf(to.key());
    if (wanted.equals(KeyHealth.lock(server, part).key())) {
      return false; // what lies under it has been there before
    }
    return volumes.anyWrapped(
        server,
        part,
        version ->
            KeyUri.parse(wanted)
                .map(uri -> uri.version().isEmpty())
                .map(any -> any ? version.startsWith(wanted + "/") : version.equals(wanted))
                .orElse(false));
  }

  private void rotate(
      Server server, Volumes.Part part, Server.Encryption from, Server.Encryption to, Run run)
      throws KeyUnavailable {
    for (String kind : volumes.kinds(server, part)) {
      run.reports.add(rotate(server, kind, from, to, run));
    }
  }

  /** A server that lost its key is opened with the new identity, if that may use the old key. */
  private RotationReport rotate(
      Server server, String kind, Server.Encryption from, Server.Encryption to, Run run)
      throws KeyUnavailable {
    WrappedKey stored = volumes.wrapped(server, kind).orElseThrow();
    try {
      return volumes.rotate(server, kind, run.unwrapping(from, stored), run.wrapping(to));
    } catch (KeyUnavailable refused) {
      return volumes.rotate(server, kind, run.unwrapping(to, stored), run.wrapping(to));
    }
  }

  /** What one change has done so far, and the key that refused last. */
  private final class Run {
    private final List<RotationReport> reports = new ArrayList<>();
    private String refused = "";

    KeyEncryptionKey wrapping(Server.Encryption lock) {
      return new Watched(keys.wrapping(lock), String.valueOf(lock.key()), key -> refused = key);
    }

    KeyEncryptionKey unwrapping(Server.Encryption lock, WrappedKey stored) {
      return new Watched(keys.unwrapping(lock, stored), stored.keyVersion(), key -> refused = key);
    }
  }

  /** A key that says so when it refuses. */
  private record Watched(KeyEncryptionKey key, String name, Consumer<String> refused)
      implements KeyEncryptionKey {

    @Override
    public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
      try {
        return key.wrap(dataKey);
      } catch (KeyUnavailable refusal) {
        refused.accept(name);
        throw refusal;
      }
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
      try {
        return key.unwrap(wrapped);
      } catch (KeyUnavailable refusal) {
        refused.accept(wrapped.keyVersion());
        throw refusal;
      }
    }

    @Override
    public int threads() {
      return key.threads();
    }
  }

  private void keep(Server server, List<RotationReport> reports) {
    if (!reports.isEmpty()) {
      last.put(
          server.status().volume(),
          new LastRotation(
              world.now(),
              reports.size(),
              reports.stream().mapToInt(RotationReport::keysRewrapped).sum(),
              reports.stream().mapToInt(RotationReport::keyOperations).sum(),
              reports.stream().mapToLong(RotationReport::pagesRewritten).sum(),
              reports.stream().mapToLong(RotationReport::bytesRewritten).sum(),
              reports.getLast().fromKeyVersion(),
              reports.getLast().toKeyVersion()));
    }
  }
}
