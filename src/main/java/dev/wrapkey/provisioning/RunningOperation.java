package dev.wrapkey.provisioning;

import java.time.Duration;
import java.util.Optional;

/**
 * A long-running operation of Azure Resource Manager. It goes on by itself; the caller asks after
 * it and decides how to wait in between.
 */
public interface RunningOperation {

  /**
   * Asks the service once.
   *
   * @return true when it has ended well
   * @throws CloudFailure if it has failed, was cancelled in the cloud, or cannot be asked
   */
  boolean poll();

  /** How long the service wants us to wait before the next {@link #poll}. */
  Duration retryAfter();

  /** What the service gave for asking after it later, where it gave something. */
  default Optional<Receipt> receipt() {
    return Optional.empty();
  }
}
