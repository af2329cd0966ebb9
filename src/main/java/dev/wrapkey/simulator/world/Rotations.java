package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.Inspector.LastRotation;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationReport;
import dev.wrapkey.encryption.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives all volumes of a server another key encryption key, and keeps for each server what the last
 * time took. Where it was refused or cut off, doing it again does the rest.
 */
public final class Rotations {

  private final World world;
  private final ServerKeys keys;
  private final Volumes volumes;
  private final Table<LastRotation> last;

  public Rotations(World world, Store store, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.keys = keys;
    this.volumes = volumes;
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

  /** Rewraps under what a server shall be set to. */
  void change(Server server, Server.Encryption to) throws KeyUnavailable {
    List<RotationReport> reports = new ArrayList<>();
    if (to.geo() != null) {
      rotate(
          server, Volumes.Part.GEO, Copies.geo(server.encryption()), Copies.geo(to), reports::add);
    }
    rotate(server, Volumes.Part.DATA, server.encryption(), to, reports::add);
    keep(server, reports);
  }

  /** Rewraps one part under the newest version of its versionless key. */
  void follow(Server server, Volumes.Part part) throws KeyUnavailable {
    List<RotationReport> reports = new ArrayList<>();
    Server.Encryption lock = KeyHealth.lock(server, part);
    rotate(server, part, lock, lock, reports::add);
    keep(server, reports);
  }

  /** Whether a change to another key had begun to reach the volumes of a server. */
  boolean hasBegun(Server server, Server.Encryption to) {
    return hasBegun(server, Volumes.Part.DATA, to)
        || hasBegun(server, Volumes.Part.GEO, Copies.geo(to));
  }

  private boolean hasBegun(Server server, Volumes.Part part, Server.Encryption to) {
    String wanted = String.valueOf(to.key());
    return volumes.anyWrapped(
        server,
        part,
        version ->
            KeyUri.parse(wanted)
                .map(uri -> uri.version().isEmpty())
                .map(any -> any ? version.startsWith(wanted + "/") : version.equals(wanted))
                .orElse(false));
  }

  private interface Sink {
    void add(RotationReport report);
  }

  private void rotate(
      Server server, Volumes.Part part, Server.Encryption from, Server.Encryption to, Sink reports)
      throws KeyUnavailable {
    for (String kind : volumes.kinds(server, part)) {
      reports.add(rotate(server, kind, from, to));
    }
  }

  /** A server that lost its key is opened with the new identity, if that may use the old key. */
  private RotationReport rotate(
      Server server, String kind, Server.Encryption from, Server.Encryption to)
      throws KeyUnavailable {
    WrappedKey stored = volumes.wrapped(server, kind).orElseThrow();
    try {
      return volumes.rotate(server, kind, keys.unwrapping(from, stored), keys.wrapping(to));
    } catch (KeyUnavailable refused) {
      return volumes.rotate(server, kind, keys.unwrapping(to, stored), keys.wrapping(to));
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
