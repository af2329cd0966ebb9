package dev.wrapkey.planted.ui;

import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

final class NestedViewModel {

  private static final class Row {
    @Nullable Button button;
  }
}
