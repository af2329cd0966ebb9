package dev.wrapkey.ui;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.wizard.Draft;

/** Plans to start tests from. */
public final class Drafts {

  private Drafts() {}

  public static Draft blank() {
    return new Draft(Plan.blank());
  }
}
