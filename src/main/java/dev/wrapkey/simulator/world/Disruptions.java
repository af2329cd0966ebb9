package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an administrator elsewhere may do to keys, vaults and identities at any moment, and its
 * reverse where Azure has one. Leaves no line in any audit log: nobody in this cloud did it.
 */
public final class Disruptions {

  private final World world;
  private final KeyStores stores;

  public Disruptions(World world, KeyStores stores) {
    this.world = world;
    this.stores = stores;
  }

  /** Closes a vault's firewall to everybody, trusted services too. */
  public Disruption closeFirewall(String kind, Vault vault) {
    put(vault.with(new Vault.Firewall(true, false, List.of())));
    return new Disruption(
        kind, vault.id().text(), vault.firewall(), List.of(), Disruption.Taken.NOTHING);
  }

  /** Gives a vault the firewall it had. */
  public String openFirewall(Disruption done) {
    Optional<Vault> vault = world.vaults().get(new ArmId(done.target()).key());
    Vault.Firewall before = done.firewall();
    if (vault.isEmpty() || before == null) {
      return "The vault is gone, so its firewall stays as it is.";
    }
    put(vault.get().with(before));
    return "The vault's firewall is as it was.";
  }

  /** Switches all versions of a key off. */
  public Disruption disable(String kind, Key key) {
    List<String> enabled =
        key.versions().stream().filter(v -> v.life().enabled()).map(Key.Version::id).toList();
    store(switched(key, enabled, false));
    return new Disruption(kind, key.uri(), null, enabled, Disruption.Taken.NOTHING);
  }

  /** Switches the versions on again that were on. */
  public String enable(Disruption done) {
    Optional<Key> key = key(done.target());
    key.ifPresent(k -> store(switched(k, done.versions(), true)));
    return key.isPresent()
        ? "The key's versions are enabled again."
        : "The key is gone, so nothing was enabled.";
  }

  private Key switched(Key key, List<String> versions, boolean on) {
    Key changed = key;
    for (Key.Version old : key.versions()) {
      if (versions.contains(old.id())) {
        Key.Life life = old.life();
        Key.Life after =
            new Key.Life(on, life.created(), world.now(), life.notBefore(), life.expires());
        changed =
            changed.replacing(
                new Key.Version(old.id(), old.kind(), old.operations(), after, old.tags()));
      }
    }
    return changed;
  }

  /** Deletes a key as its vault does: softly, unless it has no soft delete. */
  public Disruption delete(String kind, Key key) {
    world.vaultAt(key.host()).ifPresent(v -> stores.deleted().remove(v, key));
    return new Disruption(kind, key.uri());
  }

  /** Recovers a deleted key. */
  public String recover(Disruption done) {
    KeyUri uri = KeyUri.parse(done.target()).orElseThrow();
    boolean vault = world.vaultAt(uri.host()).isPresent();
    if (key(done.target()).isPresent()) {
      return "The key is there again already.";
    }
    if (!vault || !stores.deleted().bringBack(uri.host(), uri.name())) {
      return "The key is destroyed and cannot be recovered.";
    }
    return "The key is recovered.";
  }

  /** Deletes an identity; its role assignments stay, for nobody, as in Azure. */
  public Disruption delete(String kind, Identity identity) {
    world.identities().remove(identity.id().key());
    world.items().all().stream()
        .filter(i -> i.id().isWithin(identity.id().text()))
        .forEach(i -> world.items().remove(i.id().key()));
    return new Disruption(kind, identity.id().text());
  }

  /** Takes all roles and access policies from an identity. */
  public Disruption revoke(String kind, Identity identity) {
    String principal = identity.principalId();
    List<RoleAssignment> assignments =
        world.assignments().all().stream()
            .filter(a -> a.principal().equalsIgnoreCase(principal))
            .toList();
    assignments.forEach(
        a -> world.assignments().remove(a.name().toLowerCase(java.util.Locale.ROOT)));
    List<Disruption.Held> policies =
        world.vaults().all().stream().flatMap(v -> policies(v, principal)).toList();
    policies.forEach(held -> withPolicies(held, false));
    return new Disruption(
        kind, identity.id().text(), null, List.of(), new Disruption.Taken(assignments, policies));
  }

  private static Stream<Disruption.Held> policies(Vault vault, String principal) {
    return vault.rights().policies().stream()
        .filter(p -> p.principal().equalsIgnoreCase(principal))
        .map(p -> new Disruption.Held(vault.id(), p));
  }

  /** Grants what was taken. Roles need their time again until they have their effect. */
  public String grant(Disruption done) {
    if (done.rights().isNothing()) {
      return "The identity had no rights, so none were granted.";
    }
    Instant effective = world.pace().roleAssignment();
    for (RoleAssignment old : done.rights().assignments()) {
      RoleAssignment again =
          new RoleAssignment(
              old.name(), old.scope(), old.role(), old.principal(), world.now(), effective);
      world.assignments().put(old.name().toLowerCase(java.util.Locale.ROOT), again);
    }
    done.rights().policies().forEach(held -> withPolicies(held, true));
    return "The identity's rights are granted again; roles have their effect from "
        + effective
        + ".";
  }

  private void withPolicies(Disruption.Held held, boolean present) {
    Optional<Vault> vault = world.vaults().get(held.vault().key());
    vault.ifPresent(
        v -> {
          Stream<Vault.Policy> others =
              v.rights().policies().stream().filter(p -> !p.equals(held.policy()));
          List<Vault.Policy> all =
              Stream.concat(others, present ? Stream.of(held.policy()) : Stream.empty()).toList();
          put(v.with(new Vault.Rights(v.rights().rbac(), all), world.now()));
        });
  }

  private Optional<Key> key(String uri) {
    return KeyUri.parse(uri).flatMap(u -> world.keys().get(World.keyOf(u.host(), u.name())));
  }

  private void store(Key key) {
    world.keys().put(World.keyOf(key.host(), key.name()), key);
  }

  private void put(Vault vault) {
    world.vaults().put(vault.id().key(), vault);
  }
}
