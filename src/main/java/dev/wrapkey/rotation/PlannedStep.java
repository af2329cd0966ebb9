package dev.wrapkey.rotation;

import java.util.List;

/**
 * What a step will do.
 *
 * @param step which
 * @param deeds what it does; empty if there is nothing to do in it
 * @param commands of the Azure CLI that do the same
 */
public record PlannedStep(RotationStep step, List<Deed> deeds, List<AzCommand> commands) {

  public PlannedStep {
    deeds = List.copyOf(deeds);
    commands = List.copyOf(commands);
  }

  /** Whether there is something to do in it. */
  public boolean isNeeded() {
    return !deeds.isEmpty();
  }
}
