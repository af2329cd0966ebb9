package dev.wrapkey.ui.practice;

import javafx.fxml.FXML;

/** The part of the practice page that leads to the rehearsals. */
public final class RehearsingView {

  private final Runnable open;

  /**
   * @param open goes there
   */
  public RehearsingView(Runnable open) {
    this.open = open;
  }

  @FXML
  private void onOpen() {
    open.run();
  }
}
