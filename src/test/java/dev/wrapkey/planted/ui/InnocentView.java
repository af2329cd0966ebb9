package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.provisioning.PlainData;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

final class InnocentView {
  @Nullable InnocentViewModel model;
  @Nullable Button button;
  @Nullable PlainData row;
}
