package dev.wrapkey.ui.control;

import javafx.scene.layout.Region;

/**
 * The red dot after the name of a tab whose pseudo-class {@code problem} is on; to be set as the
 * tab's graphic.
 */
public final class TabDot extends Region {

  public TabDot() {
    getStyleClass().add("tab-dot");
  }
}
