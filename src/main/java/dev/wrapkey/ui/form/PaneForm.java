package dev.wrapkey.ui.form;

import dev.wrapkey.provisioning.CloudFailure;

/** What stands in a pane with one button. */
public interface PaneForm {

  /**
   * Does what the button says, if everything in the form is legal; otherwise shows what is not.
   *
   * @param done called when it is done
   */
  void submit(Runnable done);

  /** How far it is. */
  Making making();

  /** Whether the form itself shows a failure, at the field that it is about. */
  default boolean tells(CloudFailure why) {
    return false;
  }
}
