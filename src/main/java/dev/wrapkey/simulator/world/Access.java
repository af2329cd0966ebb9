package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.function.Predicate;

/** Who may do what, by role assignments. */
public final class Access {

  private final World world;

  public Access(World world) {
    this.world = world;
  }

  /** Whether a principal may do something in the control plane, at a scope or above. */
  public boolean permits(String principal, String scope, String action) {
    return granted(principal, scope, role -> role.grants(action));
  }

  /** Whether a principal may do something in the data plane, at a scope or above. */
  public boolean permitsData(String principal, String scope, String action) {
    return granted(principal, scope, role -> role.grantsData(action));
  }

  /** Whether a principal has any role within a scope, so that it sees that the scope exists. */
  public boolean sees(String principal, String scope) {
    return world.assignments().all().stream()
        .anyMatch(
            a -> a.principal().equalsIgnoreCase(principal) && new ArmId(a.scope()).isWithin(scope));
  }

  private boolean granted(String principal, String scope, Predicate<Role> grants) {
    return roles(principal, scope).stream().anyMatch(grants);
  }

  /** The roles that a principal has at a scope or above, as far as they have taken effect. */
  public List<Role> roles(String principal, String scope) {
    if (Mishap.hides(principal)) {
      return List.of();
    }
    return world.assignments().all().stream()
        .filter(a -> a.principal().equalsIgnoreCase(principal) && a.covers(scope))
        .filter(a -> a.isEffective(world.now()))
        .flatMap(a -> world.role(a.role()).stream())
        .distinct()
        .toList();
  }
}
