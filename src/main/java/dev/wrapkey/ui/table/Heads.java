package dev.wrapkey.ui.table;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The heads of columns, which are as wide as a person makes them. */
public final class Heads {

  private Heads() {}

  /** Has each head say in its tooltip what it may have no room for. */
  public static void tell(TableView<?> table) {
    table
        .needsLayoutProperty()
        .subscribe(
            due -> {
              if (!due) {
                table.lookupAll(".column-header > .label").forEach(Heads::tell);
              }
            });
  }

  private static void tell(Node head) {
    if (head instanceof Label label && label.getTooltip() == null && !label.getText().isEmpty()) {
      label.setTooltip(new Tooltip(label.getText()));
    }
  }
}
