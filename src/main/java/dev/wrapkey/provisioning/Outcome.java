package dev.wrapkey.provisioning;

/** How a job ended. */
public sealed interface Outcome {

  /**
   * All steps have ended well.
   *
   * @param server as it was read back at the end
   */
  record Succeeded(Server server) implements Outcome {}

  /**
   * A step has failed.
   *
   * @param step the step's id
   * @param failure why
   */
  record Failed(String step, CloudFailure failure) implements Outcome {}

  /**
   * It was cancelled. What the cloud had begun goes on.
   *
   * @param step the id of the step that was under way
   */
  record Cancelled(String step) implements Outcome {}
}
