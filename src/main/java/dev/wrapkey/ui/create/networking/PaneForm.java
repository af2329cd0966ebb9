package dev.wrapkey.ui.create.networking;

/** What stands in a pane with one button. */
interface PaneForm {

  /**
   * Does what the button says, if everything in the form is legal; otherwise shows what is not.
   *
   * @param done called when it is done
   */
  void submit(Runnable done);

  /** How far it is. */
  Making making();
}
