package dev.wrapkey.simulator.world;

import dev.wrapkey.simulator.world.Vault.Firewall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change for the worse that somebody ordered, with what is needed to take it back. Stored.
 *
 * @param kind whose it is
 * @param target identifier of what was changed
 * @param firewall as it was before
 * @param versions ids of the key versions that were switched off
 * @param rights that were taken away
 */
public record Disruption(
    String kind, String target, @Nullable Firewall firewall, List<String> versions, Taken rights) {

  /**
   * Rights of a principal.
   *
   * @param assignments role assignments
   * @param policies access policies with the vaults they were in
   */
  public record Taken(List<RoleAssignment> assignments, List<Held> policies) {

    static final Taken NOTHING = new Taken(List.of(), List.of());

    boolean isNothing() {
      return assignments.isEmpty() && policies.isEmpty();
    }
  }

  /**
   * An access policy and where it was.
   *
   * @param vault its identifier
   * @param policy all of it
   */
  public record Held(ArmId vault, Vault.Policy policy) {}

  public Disruption {
    versions = Objects.requireNonNullElse(versions, List.of());
    rights = Objects.requireNonNullElse(rights, Taken.NOTHING);
  }

  Disruption(String kind, String target) {
    this(kind, target, null, List.of(), Taken.NOTHING);
  }
}
