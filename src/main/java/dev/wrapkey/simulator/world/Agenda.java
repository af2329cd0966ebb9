package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What will happen in the practice cloud without anybody doing anything. */
public final class Agenda {

  private static final Comparator<Due> ORDER =
      Comparator.comparing(Due::at).thenComparing(Due::resource).thenComparing(Due::kind);

  private final World world;
  private final KeyLife life;

  public Agenda(World world, KeyLife life) {
    this.world = world;
    this.life = life;
  }

  /** What sort of thing is due. */
  public enum Kind {
    /** A long-running operation ends, or a server settles after one. */
    OPERATION,
    /** The service looks at a server's key and finds what it found before. */
    LOOK,
    /** The service finds a server's key lost: it becomes {@code Inaccessible}. */
    INACCESSIBLE,
    /** The service finds that a server's key works again. */
    ACCESSIBLE,
    /** A server with a versionless key takes up the newest version. */
    FOLLOW,
    /** A server's backup. */
    BACKUP,
    /** A version of a key becomes valid. */
    ACTIVATION,
    /** A version of a key expires. */
    EXPIRY,
    /** A key is rotated by its policy. */
    ROTATION,
    /** What was deleted is destroyed: the end of its soft delete. */
    PURGE,
    /** A deleted key is seen among the deleted ones. */
    DELETION,
    /** A role assignment has its effect. */
    RIGHT,
    /** A new vault's name is registered. */
    VAULT;

    /** Its name outside the program. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that is due.
   *
   * @param at when
   * @param happening what
   * @param subject the operation that ends; empty for all else
   * @param resource identifier of what it happens to
   */
  public record Due(Instant at, Happening happening, String subject, String resource) {

    Due(Instant at, Happening happening, String resource) {
      this(at, happening, "", resource);
    }

    /** What sort of thing. */
    public Kind kind() {
      return happening.kind();
    }

    /** In a few words of English. */
    public String what() {
      return happening.words().formatted(subject);
    }
  }

  /** The next thing due after this moment. */
  public Optional<Due> next() {
    return all().min(ORDER);
  }

  /**
   * Everything that is known to be due after this moment, in order of time: of what recurs, such as
   * backups, only the next time. What follows from something else is told as far as the clock alone
   * brings it about: that a server becomes inaccessible after its key has expired.
   */
  public List<Due> upcoming() {
    return all().sorted(ORDER).toList();
  }

  private Stream<Due> all() {
    Instant now = world.now();
    return Stream.of(operations(), servers(), vaults(), keys(), deleted(), rights())
        .flatMap(all -> all)
        .filter(d -> d.at().isAfter(now));
  }

  /** When a server looks at its key next; empty if it has none that can be lost. */
  public Optional<Instant> nextLook(String server) {
    return world.server(new ArmId(server)).stream().flatMap(this::look).map(Due::at).findFirst();
  }

  private Stream<Due> operations() {
    return world.operations().all().stream()
        .map(o -> new Due(o.end(), Happening.ENDS, o.name(), o.target().text()));
  }

  private Stream<Due> servers() {
    return world.serversWithin("/").stream()
        .flatMap(s -> Stream.of(Stream.of(settling(s)), backup(s), look(s)).flatMap(due -> due));
  }

  private static Due settling(Server server) {
    return new Due(server.status().life().settles(), Happening.SETTLES, server.id().text());
  }

  private Stream<Due> backup(Server server) {
    if (!life.isAccessible(server) || isGoing(server)) {
      return Stream.empty();
    }
    Instant next = Backups.next(server, world.now());
    boolean first = next.equals(server.status().created().plus(Servers.FIRST_BACKUP));
    Happening what = first ? Happening.FIRST_BACKUP : Happening.DAILY_BACKUP;
    return Stream.of(new Due(next, what, server.id().text()));
  }

  private static boolean isGoing(Server server) {
    return server.status().life().end().equals(Server.GONE);
  }

  private Stream<Due> look(Server server) {
    if (isGoing(server)) {
      return Stream.empty();
    }
    return life.outlook(server).stream()
        .map(ahead -> new Due(ahead.at(), Happening.of(ahead.kind()), server.id().text()));
  }

  private Stream<Due> vaults() {
    return world.vaults().all().stream()
        .flatMap(
            v ->
                Stream.ofNullable(v.details().stamp())
                    .map(s -> new Due(s.ready(), Happening.VAULT, v.id().text())));
  }

  private Stream<Due> keys() {
    return world.keys().all().stream()
        .flatMap(
            k ->
                Stream.concat(
                    k.versions().stream().flatMap(v -> dates(k, v)), rotation(k).stream()));
  }

  private static Stream<Due> dates(Key key, Key.Version version) {
    String uri = key.uri(version);
    Stream<Due> activation =
        Stream.ofNullable(version.life().notBefore())
            .map(at -> new Due(at, Happening.ACTIVATION, uri));
    Stream<Due> expiry =
        Stream.ofNullable(version.life().expires()).map(at -> new Due(at, Happening.EXPIRY, uri));
    return Stream.concat(activation, expiry);
  }

  private Optional<Due> rotation(Key key) {
    Key.Life newest = key.newest().life();
    return world
        .rotationPolicies()
        .get(World.keyOf(key.host(), key.name()))
        .flatMap(p -> p.rotationOf(newest))
        .filter(at -> at.isAfter(newest.created()))
        .map(at -> new Due(at, Happening.ROTATION, key.uri()));
  }

  private Stream<Due> deleted() {
    return Stream.concat(
        world.deletedKeys().all().stream().flatMap(Agenda::deleted),
        world.deletedVaults().all().stream()
            .map(d -> new Due(d.purge(), Happening.VAULT_PURGE, d.vault().id().text())));
  }

  private static Stream<Due> deleted(DeletedKey deleted) {
    String uri = deleted.key().uri();
    return Stream.of(
        new Due(deleted.settles(), Happening.DELETION, uri),
        new Due(deleted.purge(), Happening.KEY_PURGE, uri));
  }

  private Stream<Due> rights() {
    return world.assignments().all().stream()
        .map(a -> new Due(a.effectiveFrom(), Happening.RIGHT, a.scope()));
  }
}
