package dev.wrapkey.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role given to a principal.
 *
 * @param name GUID of the assignment
 * @param scope where it holds: a subscription, resource group or resource, or {@code /} or {@code
 *     /keys} of a managed HSM written as {@code hsm://name/keys}
 * @param role GUID of the role
 * @param principal object id
 * @param created when
 * @param effective from when on it holds; none for at once
 */
public record RoleAssignment(
    String name,
    String scope,
    String role,
    String principal,
    Instant created,
    @Nullable Instant effective) {

  /** An assignment that holds at once. */
  public RoleAssignment(String name, String scope, String role, String principal, Instant created) {
    this(name, scope, role, principal, created, null);
  }

  Instant effectiveFrom() {
    return effective == null ? created : effective;
  }

  boolean isEffective(Instant now) {
    return effective == null || !now.isBefore(effective);
  }

  /** Whether the assignment reaches a scope: its own or one within it. */
  public boolean covers(String wanted) {
    String mine = scope.endsWith("/") ? scope.substring(0, scope.length() - 1) : scope;
    return wanted.equalsIgnoreCase(mine)
        || wanted.regionMatches(true, 0, mine + "/", 0, mine.length() + 1);
  }
}
