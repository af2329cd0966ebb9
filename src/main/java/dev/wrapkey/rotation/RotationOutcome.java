package dev.wrapkey.rotation;

import dev.wrapkey.preflight.Report;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Server;
import java.util.Optional;

/** How a run of a rotation ended. */
public sealed interface RotationOutcome {

  /**
   * The server has what was wanted; after a rollback, what it had before.
   *
   * @param server as it was read back
   * @param wrapping which versions wrap its data keys, where that can be seen
   */
  record Succeeded(Server server, Optional<Wrapping> wrapping) implements RotationOutcome {}

  /**
   * A step failed. The server works on, with the old keys or the new ones.
   *
   * @param step which
   * @param failure why
   * @param report what the preflight found, if it was the preflight
   */
  record Failed(RotationStep step, CloudFailure failure, Optional<Report> report)
      implements RotationOutcome {}

  /**
   * It was stopped, or the program ended. What the service had accepted goes on.
   *
   * @param step that was under way
   */
  record Stopped(RotationStep step) implements RotationOutcome {}
}
