package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.ui.other.OtherViewModel;
import org.jspecify.annotations.Nullable;

final class NosyView {
  @Nullable OtherViewModel other;
}
