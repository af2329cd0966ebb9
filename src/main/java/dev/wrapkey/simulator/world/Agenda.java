package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What will happen in the practice cloud without anybody doing anything. */
public final class Agenda {

  private final World world;
  private final KeyLife life;

  public Agenda(World world, KeyLife life) {
    this.world = world;
    this.life = life;
  }

  /**
   * Something that is due.
   *
   * @param at when
   * @param what in a few words
   * @param resource identifier of what it happens to
   */
  public record Due(Instant at, String what, String resource) {}

  /** The next thing due after this moment. */
  public Optional<Due> next() {
    Instant now = world.now();
    return Stream.of(operations(), servers(), vaults(), keys(), deleted(), rights())
        .flatMap(all -> all)
        .filter(d -> d.at().isAfter(now))
        .min(Comparator.comparing(Due::at).thenComparing(Due::resource));
  }

  /** When a server looks at its key next; empty if it has none that can be lost. */
  public Optional<Instant> nextLook(String server) {
    return world.server(new ArmId(server)).stream().flatMap(this::look).map(Due::at).findFirst();
  }

  private Stream<Due> operations() {
    return world.operations().all().stream()
        .map(o -> new Due(o.end(), "end of " + o.name(), o.target().text()));
  }

  private Stream<Due> servers() {
    return world.serversWithin("/").stream()
        .flatMap(
            s ->
                Stream.concat(
                    Stream.of(
                        new Due(s.status().life().settles(), "the server settles", s.id().text()),
                        new Due(
                            s.status().created().plus(Servers.FIRST_BACKUP),
                            "first backup",
                            s.id().text())),
                    look(s)));
  }

  private Stream<Due> look(Server server) {
    return life.dependsOnCustomersKey(server)
        ? Stream.of(
            new Due(life.nextLook(server), "the server's look at its key", server.id().text()))
        : Stream.empty();
  }

  private Stream<Due> vaults() {
    return world.vaults().all().stream()
        .flatMap(
            v ->
                Stream.ofNullable(v.details().stamp())
                    .map(s -> new Due(s.ready(), "the vault's name is registered", v.id().text())));
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
    return Stream.concat(
        due(version.life().notBefore(), "a version of the key becomes valid", uri),
        due(version.life().expires(), "a version of the key expires", uri));
  }

  private Optional<Due> rotation(Key key) {
    Key.Life newest = key.newest().life();
    return world
        .rotationPolicies()
        .get(World.keyOf(key.host(), key.name()))
        .flatMap(p -> p.rotationOf(newest))
        .filter(at -> at.isAfter(newest.created()))
        .map(at -> new Due(at, "rotation by the key's policy", key.uri()));
  }

  private Stream<Due> deleted() {
    return Stream.concat(
        world.deletedKeys().all().stream()
            .flatMap(
                d ->
                    Stream.of(
                        new Due(d.settles(), "the deletion of the key is over", d.key().uri()),
                        new Due(d.purge(), "end of the key's soft delete", d.key().uri()))),
        world.deletedVaults().all().stream()
            .map(d -> new Due(d.purge(), "end of the vault's soft delete", d.vault().id().text())));
  }

  private Stream<Due> rights() {
    return world.assignments().all().stream()
        .map(a -> new Due(a.effectiveFrom(), "a role assignment has its effect", a.scope()));
  }

  private static Stream<Due> due(@Nullable Instant at, String what, String resource) {
    return Stream.ofNullable(at).map(moment -> new Due(moment, what, resource));
  }
}
