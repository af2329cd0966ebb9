package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who may do what, by role assignments. */
public final class Access {

  private final World world;

  public Access(World world) {
    this.world = world;
  }

  /** Whether a principal may do something in the control plane, at a scope or above. */
  public boolean permits(String principal, String scope, String action) {
    return granted(principal, scope, action, Role::actions);
  }

  /** Whether a principal may do something in the data plane, at a scope or above. */
  public boolean permitsData(String principal, String scope, String action) {
    return granted(principal, scope, action, Role::dataActions);
  }

  /** Whether a principal has any role within a scope, so that it sees that the scope exists. */
  public boolean sees(String principal, String scope) {
    return world.assignments().all().stream()
        .anyMatch(
            a -> a.principal().equalsIgnoreCase(principal) && new ArmId(a.scope()).isWithin(scope));
  }

  private boolean granted(
      String principal, String scope, String action, Function<Role, List<String>> actions) {
    if (Mishap.hides(principal)) {
      return false;
    }
    return world.assignments().all().stream()
        .filter(a -> a.principal().equalsIgnoreCase(principal) && a.covers(scope))
        .filter(a -> a.isEffective(world.now()))
        .flatMap(a -> world.role(a.role()).stream())
        .flatMap(role -> actions.apply(role).stream())
        .anyMatch(pattern -> matches(pattern, action));
  }

  private static boolean matches(String pattern, String action) {
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(action).matches();
  }
}
