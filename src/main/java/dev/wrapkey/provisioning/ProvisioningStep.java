package dev.wrapkey.provisioning;

/**
 * One step on the way to a server. Steps can be run again after a failure, a cancellation or a
 * crash: each looks first for what an earlier run has made.
 */
public interface ProvisioningStep {

  /** A word that names the step in texts and ledgers. */
  String id();

  /** False if there is nothing to do. */
  default boolean isNeeded(StepContext context) {
    return true;
  }

  /**
   * Does it.
   *
   * @throws CloudFailure if it cannot be done
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void run(StepContext context);
}
