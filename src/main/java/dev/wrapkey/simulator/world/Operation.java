package dev.wrapkey.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long-running operation. Its outcome is fixed when it starts; a client learns it when the time
 * has come.
 *
 * @param id GUID
 * @param target identifier of the resource it works on
 * @param name Azure's name of the operation, for example {@code UpsertServerManagementOperationV2}
 * @param start when it was accepted
 * @param end when it ends
 * @param problem why it fails; none if it succeeds
 */
public record Operation(
    String id, ArmId target, String name, Instant start, Instant end, @Nullable Problem problem) {

  /** {@code InProgress}, {@code Succeeded} or {@code Failed}. */
  public String status(Instant now) {
    if (now.isBefore(end)) {
      return "InProgress";
    }
    return problem == null ? "Succeeded" : "Failed";
  }
}
