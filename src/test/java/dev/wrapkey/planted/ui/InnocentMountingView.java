package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.ui.other.OtherViewModel;
import java.util.function.Consumer;

final class InnocentMountingView {

  void mount(OtherViewModel other, Consumer<OtherViewModel> part) {
    part.accept(other);
  }
}
