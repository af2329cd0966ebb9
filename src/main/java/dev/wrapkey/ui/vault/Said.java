package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.StatusLabel;

/**
 * A state in words.
 *
 * @param kind its sign
 * @param text its words
 */
record Said(StatusLabel.Kind kind, String text) {

  static Said plain(String text) {
    return new Said(StatusLabel.Kind.NONE, text);
  }

  static Said busy() {
    return new Said(StatusLabel.Kind.BUSY, "");
  }
}
