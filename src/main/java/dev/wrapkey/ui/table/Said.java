package dev.wrapkey.ui.table;

import dev.wrapkey.ui.control.StatusLabel;

/**
 * What stands in a cell.
 *
 * @param kind its sign
 * @param text its words
 * @param whole what its tooltip says
 * @param rank by which a column is sorted
 */
public record Said(StatusLabel.Kind kind, String text, String whole, String rank) {

  public static Said plain(String text) {
    return new Said(StatusLabel.Kind.NONE, text, text, text);
  }

  public static Said ranked(String text, String rank) {
    return new Said(StatusLabel.Kind.NONE, text, text, rank);
  }
}
