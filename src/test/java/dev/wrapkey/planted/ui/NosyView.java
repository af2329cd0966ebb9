package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.ui.other.OtherViewModel;

final class NosyView {

  boolean ask(OtherViewModel other) {
    return other.answer();
  }
}
