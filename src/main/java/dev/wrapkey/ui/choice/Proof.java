package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rules.Finding;
import java.util.List;

/** Where the proof stands. */
public sealed interface Proof {
  /** There is not yet a choice to prove. */
  record Nothing() implements Proof {}

  /** The cloud is being asked. */
  record Checking() implements Proof {}

  /** The cloud was asked. */
  record Checked(List<Finding> findings, boolean obstructs) implements Proof {}

  /** The cloud could not be asked; the service itself will judge. */
  record Unknown(CloudFailure failure) implements Proof {}
}
