package dev.wrapkey.ui.record;

import dev.wrapkey.record.Entry;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is recorded of one change: who, what, and how it was and is. */
public final class EntryDetail extends VBox {

  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  public EntryDetail() {
    getStyleClass().add("record-detail");
    show(null);
  }

  /** Shows a change, or says how to see one. */
  void show(@Nullable Entry entry) {
    getChildren().clear();
    if (entry == null) {
      Label hint = words(Texts.text("record.choose"));
      hint.getStyleClass().add("secondary");
      getChildren().add(hint);
      return;
    }
    getChildren().addAll(title(entry), facts(entry));
    if (!entry.said().isEmpty()) {
      getChildren().add(words(entry.said()));
    }
    if (!entry.names().isEmpty()) {
      getChildren().add(values(entry));
    }
  }

  private static HBox title(Entry entry) {
    Label title = new Label(EntryWords.act(entry) + " · " + entry.deed().targetName());
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    CopyButton copy = new CopyButton();
    copy.setId("record-copy-entry");
    copy.setContent(EntryWords.copy(entry));
    HBox box = new HBox(8, title, copy);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static GridPane facts(Entry entry) {
    GridPane grid = grid(24, 76);
    fact(grid, "record.fact.operation", entry.deed().operation());
    fact(grid, "record.fact.target", entry.deed().target());
    fact(grid, "record.fact.account", account(entry));
    fact(grid, "record.fact.correlation", entry.id());
    fact(grid, "record.fact.began", Moments.moment(entry.began()));
    fact(
        grid,
        "record.fact.ended",
        entry.ended().map(Moments::moment).orElseGet(() -> Texts.text("record.notended")));
    fact(grid, "record.fact.cloud", entry.deed().cloud());
    return grid;
  }

  private static String account(Entry entry) {
    String name = entry.deed().account().name();
    String id = entry.deed().account().objectId();
    return name.isEmpty() || id.isEmpty() ? EntryWords.account(entry) : name + " (" + id + ")";
  }

  private static void fact(GridPane grid, String key, String value) {
    Label name = words(Texts.text(key));
    name.getStyleClass().add("secondary");
    grid.addRow(grid.getRowCount(), name, words(value));
  }

  private static GridPane values(Entry entry) {
    GridPane grid = grid(25, 25, 25, 25);
    grid.getStyleClass().add("record-values");
    grid.addRow(
        0,
        head("record.value.name"),
        head("record.value.before"),
        head("record.value.wanted"),
        head("record.value.after"));
    for (String name : entry.names()) {
      Label after = words(entry.after().getOrDefault(name, ""));
      after.getStyleClass().add("record-after");
      after.pseudoClassStateChanged(CHANGED, entry.isChanged(name));
      grid.addRow(
          grid.getRowCount(),
          words(name),
          words(entry.before().getOrDefault(name, "")),
          words(entry.wanted().getOrDefault(name, "")),
          after);
    }
    return grid;
  }

  private static Label head(String key) {
    Label label = words(Texts.text(key));
    label.getStyleClass().add("secondary");
    return label;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static GridPane grid(double... percents) {
    GridPane grid = new GridPane();
    grid.setHgap(12);
    grid.setVgap(4);
    for (double percent : percents) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percent);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }
}
