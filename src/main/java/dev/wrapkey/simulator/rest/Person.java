package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one person of the practice directory. Whoever signs in by browser or device code is this
 * person, without a password; from then on the person has the rights that the practice service
 * principal has at that moment.
 */
final class Person {

  static final String NAME = "Practitioner";
  static final String OBJECT = Ids.PATTERN + "0000000000c3";
  static final String USER_NAME = "practitioner@practice.onmicrosoft.com";

  private final World world;
  private final Ids ids;
  private final String application;

  /**
   * @param application object id of the practice service principal
   */
  Person(World world, Ids ids, String application) {
    this.world = world;
    this.ids = ids;
    this.application = application;
  }

  /** The person at work with an application. */
  static Principal using(String client) {
    return new Principal(OBJECT, client, USER_NAME, false);
  }

  /** Gives the person what the service principal has and the person has not. */
  void equip() {
    List<RoleAssignment> all = List.copyOf(world.assignments().all());
    for (RoleAssignment given : of(all, application)) {
      boolean has =
          of(all, OBJECT).stream()
              .anyMatch(
                  a ->
                      a.scope().equalsIgnoreCase(given.scope())
                          && a.role().equalsIgnoreCase(given.role()));
      if (!has) {
        RoleAssignment own =
            new RoleAssignment(
                ids.guid(),
                given.scope(),
                given.role(),
                OBJECT,
                given.created(),
                given.effective());
        world.assignments().put(own.name().toLowerCase(Locale.ROOT), own);
      }
    }
    List.copyOf(world.vaults().all()).forEach(this::open);
  }

  private static List<RoleAssignment> of(List<RoleAssignment> all, String principal) {
    return all.stream().filter(a -> a.principal().equalsIgnoreCase(principal)).toList();
  }

  private void open(Vault vault) {
    List<Vault.Policy> policies = new ArrayList<>(vault.rights().policies());
    boolean has = policies.stream().anyMatch(p -> p.principal().equalsIgnoreCase(OBJECT));
    List<Vault.Policy> more =
        policies.stream()
            .filter(p -> p.principal().equalsIgnoreCase(application))
            .map(p -> new Vault.Policy(OBJECT, p.keys(), p.others(), p.application()))
            .toList();
    if (!has && !more.isEmpty()) {
      policies.addAll(more);
      world
          .vaults()
          .put(
              vault.id().key(),
              new Vault(
                  vault.id(),
                  vault.region(),
                  vault.protection(),
                  new Vault.Rights(vault.rights().rbac(), policies),
                  vault.firewall(),
                  vault.tags(),
                  vault.details()));
    }
  }
}
