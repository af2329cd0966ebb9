package dev.wrapkey.simulator.world;

import java.util.Locale;

/**
 * Takes a resource group out of the world as if it had never been: what is in it, what was deleted
 * from it, and what the activity log says of it. Nothing protects from that; Azure knows nothing
 * like it.
 */
public final class Clearance {

  private final World world;
  private final KeyStores keys;
  private final Servers servers;

  public Clearance(World world, KeyStores keys, Servers servers) {
    this.world = world;
    this.keys = keys;
    this.servers = servers;
  }

  /** Removes a group; one that is not there is none. */
  public void remove(ArmId group) {
    String scope = group.text();
    world.serversWithin(scope).forEach(servers::vanish);
    servers.recover();
    world.vaults().all().stream().filter(v -> v.id().isWithin(scope)).forEach(this::remove);
    world.deletedVaults().all().stream()
        .filter(d -> d.vault().id().isWithin(scope))
        .forEach(
            d -> {
              world.deletedVaults().remove(d.vault().host());
              keys.destroyAll(d.vault());
            });
    world.identities().all().stream()
        .filter(i -> i.id().isWithin(scope))
        .forEach(i -> world.identities().remove(i.id().key()));
    world.assignments().all().stream()
        .filter(a -> new ArmId(a.scope()).isWithin(scope))
        .forEach(a -> world.assignments().remove(a.name().toLowerCase(Locale.ROOT)));
    world.items().all().stream()
        .filter(i -> i.id().isWithin(scope))
        .forEach(i -> world.items().remove(i.id().key()));
    world.groups().remove(group.key());
    forget(scope);
  }

  private void remove(Vault vault) {
    world.vaults().remove(vault.id().key());
    keys.destroyAll(vault);
  }

  private void forget(String scope) {
    world.operations().all().stream()
        .filter(o -> o.target().isWithin(scope))
        .forEach(o -> world.operations().remove(o.id()));
    Table<Activity> log = world.activities();
    for (String place : log.first(log.size())) {
      if (log.get(place).filter(a -> new ArmId(a.resource()).isWithin(scope)).isPresent()) {
        log.remove(place);
      }
    }
  }
}
