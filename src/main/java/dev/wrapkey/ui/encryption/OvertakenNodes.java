package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.EncryptionEdit.Difference;
import dev.wrapkey.provisioning.EncryptionEdit.Field;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the three values of each field on which two people do not agree. */
final class OvertakenNodes {

  private static final List<Double> WIDTHS = List.of(19.0, 27.0, 27.0, 27.0);

  private OvertakenNodes() {}

  static List<Node> of(Overtaking overtaking, Runnable theirs, Runnable mine) {
    return List.of(
        new Callout(
            Callout.Kind.WARNING,
            Texts.text("encryption.overtaken", overtaking.now().server().name())),
        table(overtaking.differences()),
        buttons(theirs, mine));
  }

  private static Node table(List<Difference> differences) {
    GridPane grid = new GridPane();
    grid.setId("overtaken-values");
    grid.getStyleClass().add("overtaken");
    for (double width : WIDTHS) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(
        0,
        head("encryption.overtaken.field"),
        head("encryption.overtaken.base"),
        head("encryption.overtaken.theirs"),
        head("encryption.overtaken.mine"));
    for (Difference each : differences) {
      grid.addRow(
          grid.getRowCount(),
          field(each),
          value(each.field(), each.base()),
          value(each.field(), each.theirs()),
          value(each.field(), each.mine()));
    }
    return grid;
  }

  private static Node field(Difference each) {
    Label by = new Label(Texts.text("encryption.by." + each.by()));
    by.getStyleClass().add("secondary");
    return new VBox(new Label(Texts.text("encryption.field." + each.field())), by);
  }

  private static Label head(String key) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().add("strong");
    return label;
  }

  private static Node value(Field field, String text) {
    if (text.isEmpty()) {
      return new Label(Texts.text("encryption.overtaken.none"));
    }
    return KeyIdentifier.parse(text)
        .filter(key -> field == Field.KEY || field == Field.GEO_KEY)
        .map(OvertakenNodes::key)
        .orElseGet(() -> named(ResourceId.parse(text).map(ResourceId::name).orElse(text), text));
  }

  /** In lines of their own, so that what differs is seen; the whole is copied. */
  private static Node key(KeyIdentifier key) {
    Label version = new Label(key.version().orElse(Texts.text("encryption.overtaken.newest")));
    version.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    version.getStyleClass().add(key.version().isPresent() ? "mono" : "body-text");
    Label store = named(key.storeName(), key.toString());
    store.getStyleClass().add("secondary");
    VBox words = new VBox(named(key.key(), key.toString()), version, store);
    words.setMinWidth(0);
    CopyButton copy = new CopyButton();
    copy.setContent(key.toString());
    copy.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(4, words, copy);
  }

  private static Label named(String name, String whole) {
    Label label = new Label(name);
    label.setTooltip(new Tooltip(whole));
    return label;
  }

  private static Node buttons(Runnable theirs, Runnable mine) {
    HBox row =
        new HBox(
            12,
            button("take-theirs", "encryption.overtaken.take", theirs),
            button("keep-mine", "encryption.overtaken.keep", mine));
    row.getStyleClass().add("overtaken-choice");
    return row;
  }

  private static Button button(String id, String key, Runnable action) {
    Button button = new Button(Texts.text(key));
    button.setId(id);
    button.setOnAction(e -> action.run());
    return button;
  }
}
