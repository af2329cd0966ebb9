package dev.wrapkey.planted.ui;

import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

final class WidgetViewModel {
  @Nullable Button button;
}
