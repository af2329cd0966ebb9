package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the PostgreSQL service believes of its servers' keys. It looks at fixed times that differ
 * from server to server: every hour by the current rules, so that a lost key is noticed within 60
 * minutes and a repaired one as well (Azure documentation of data encryption, 2 June 2026); every
 * 10 minutes by those of 2023. A pure function of the clock and the keys' history.
 */
public final class KeyLife {

  private static final String CHOICE = "lostKeys";

  private final World world;
  private final KeyHealth health;
  private final Rotations rotations;
  private final Volumes volumes;
  private final Table<KeyHistory> histories;
  private final Table<Choice> choices;

  public KeyLife(World world, Store store, KeyHealth health, Rotations rotations, Volumes volumes) {
    this.world = world;
    this.health = health;
    this.rotations = rotations;
    this.volumes = volumes;
    this.histories = store.table("keyHistories", KeyHistory.class);
    this.choices = store.table("profiles", Choice.class);
  }

  /**
   * Which rules are in force.
   *
   * @param profile its label
   */
  record Choice(String profile) {}

  /** The rules in force. */
  public Profile profile() {
    return choices.get(CHOICE).flatMap(c -> Profile.named(c.profile())).orElse(Profile.CURRENT);
  }

  /** Changes the rules from now on; what was noticed by the old ones stays. */
  public void liveBy(Profile profile) {
    observe();
    histories.all().forEach(h -> histories.put(h.id(), h.lookedUntil(world.now())));
    choices.put(CHOICE, new Choice(profile.label()));
  }

  /** Writes down which keys have stopped or begun to work. To be called after every change. */
  public void observe() {
    for (Server server : world.serversWithin("/")) {
      for (Volumes.Part part : Volumes.Part.values()) {
        isValid(server, part);
      }
    }
  }

  /** Whether the service believes that a part of a server's storage can be opened. */
  public boolean isValid(Server server, Volumes.Part part) {
    return !KeyHealth.lock(server, part).isCustomerManaged() || history(server, part).isValid();
  }

  /** Whether a server's data can be reached. */
  public boolean isAccessible(Server server) {
    return Stream.of(Volumes.Part.values()).allMatch(part -> isValid(server, part));
  }

  /** Why a server's data cannot be reached, in words that follow "because"; empty if it can. */
  public Optional<String> obstacle(Server server) {
    return Stream.of(Volumes.Part.values())
        .filter(part -> !isValid(server, part))
        .map(
            part ->
                part == Volumes.Part.ORIGINAL
                    ? "the key %s of the server it was restored from, which still protects part of its data,"
                        .formatted(KeyHealth.lock(server, part).key())
                    : "the key that protects its data")
        .findFirst();
  }

  /** Whether a server's data can be lost by a customer's key. */
  boolean dependsOnCustomersKey(Server server) {
    return Stream.of(Volumes.Part.values())
        .anyMatch(
            part ->
                KeyHealth.lock(server, part).isCustomerManaged() && health.isNeeded(server, part));
  }

  /** When the service will look next, and what it will then find as things stand now. */
  List<Outlook.Ahead> outlook(Server server) {
    Looks looks = looks(server);
    Instant next = looks.last(world.now()).plus(profile().period());
    return new Outlook(this, health, volumes).of(server, looks, next);
  }

  /** When a part's key was taken for lost, in order of time. */
  public List<Spell> spells(Server server, Volumes.Part part) {
    return KeyHealth.lock(server, part).isCustomerManaged()
        ? history(server, part).spells()
        : List.of();
  }

  /** When a server was inaccessible, in order of time. */
  public List<Spell> spells(Server server) {
    return Stream.of(Volumes.Part.values())
        .map(part -> spells(server, part))
        .reduce(List.of(), Spell::union);
  }

  /**
   * The data encryption of a server was updated: by the rules of 2023, which want that, a key that
   * works is valid from now on.
   */
  public void revalidate(Server server) {
    if (profile().heals()) {
      return;
    }
    for (Volumes.Part part : Volumes.Part.values()) {
      if (!isValid(server, part) && health.works(server, part)) {
        KeyHistory found = history(server, part).found(world.now());
        histories.put(found.id(), found);
      }
    }
  }

  private Looks looks(Server server) {
    return new Looks(profile(), server.status().volume().hashCode());
  }

  private KeyHistory history(Server server, Volumes.Part part) {
    String id = server.status().volume() + "/" + part.name();
    KeyHistory stored = histories.get(id).orElseGet(() -> KeyHistory.blank(id));
    boolean works = health.works(server, part);
    KeyHistory turned =
        works == stored.latest()
            ? stored
            : stored.with(new KeyHistory.Turn(turnedAt(server, part, stored), works));
    KeyHistory seen = turned.after(world.now(), looks(server));
    KeyHistory now =
        seen.isValid() || health.isNeeded(server, part) ? seen : seen.found(world.now());
    if (!now.equals(stored)) {
      histories.put(id, now);
    }
    return now;
  }

  /** A key that changed by the clock did so then, not when somebody noticed. */
  private Instant turnedAt(Server server, Volumes.Part part, KeyHistory stored) {
    Instant since =
        stored.turns().isEmpty() ? server.status().created() : stored.turns().getLast().at();
    return health
        .turning(server, part, !stored.latest())
        .filter(d -> d.isAfter(since) && !d.isAfter(world.now()))
        .orElse(world.now());
  }

  /**
   * A versionless key: wraps the data key with the newest version, once the service has had a look
   * since that version was made. A refusal changes nothing; {@link #observe} notices it.
   */
  public void follow(Server server) {
    for (Volumes.Part part : List.of(Volumes.Part.DATA, Volumes.Part.GEO)) {
      Server.Encryption lock = KeyHealth.lock(server, part);
      Optional<KeyUri> uri = KeyUri.parse(String.valueOf(lock.key()));
      if (uri.isPresent() && uri.get().version().isEmpty()) {
        follow(server, part, uri.get());
      }
    }
  }

  private void follow(Server server, Volumes.Part part, KeyUri uri) {
    Optional<Key.Version> newest = health.newest(uri);
    Optional<WrappedKey> stored = volumes.wrapped(server, part);
    if (newest.isEmpty() || stored.isEmpty()) {
      return;
    }
    Instant lastLook = looks(server).last(world.now());
    boolean seen = !newest.get().life().created().isAfter(lastLook);
    boolean same = stored.get().keyVersion().endsWith("/" + newest.get().id());
    if (seen && !same) {
      try {
        rotations.follow(server, part);
      } catch (KeyUnavailable refused) {
        observe();
      }
    }
  }
}
