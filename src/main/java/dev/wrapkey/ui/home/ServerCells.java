package dev.wrapkey.ui.home;

import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What stands in the cells of the {@link ServerTable}. */
final class ServerCells {

  private ServerCells() {}

  static Node words(String text) {
    return whole(new Label(text));
  }

  static Node link(String text, Runnable open) {
    Link link = new Link(text);
    link.setFocusTraversable(false); // Enter on the row opens it
    link.setOnAction(e -> open.run());
    return whole(link);
  }

  static Node state(ServerRow row, String text) {
    StatusLabel.Kind kind =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "ready" -> StatusLabel.Kind.OK;
          case "inaccessible" -> StatusLabel.Kind.ERROR;
          case "disabled" -> StatusLabel.Kind.WARNING;
          default -> row.isChanging() ? StatusLabel.Kind.BUSY : StatusLabel.Kind.INFO;
        };
    return whole(line(kind, text));
  }

  static Node keyStatus(ServerRow row, String text) {
    StatusLabel.Kind kind =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "valid" -> StatusLabel.Kind.OK;
          case "invalid" -> StatusLabel.Kind.ERROR;
          default -> StatusLabel.Kind.NONE;
        };
    return whole(line(kind, text));
  }

  static Node version(ServerRow row, String text) {
    KeyStanding standing = row.standingProperty().get();
    Label standingLabel =
        switch (standing.kind()) {
          case SERVICE_MANAGED -> new Label();
          case CHECKING -> line(StatusLabel.Kind.BUSY, "");
          case FOLLOWS_NEWEST -> grey("home.version.follows");
          case NEWEST -> grey("home.version.newest");
          case UNKNOWN -> grey("home.version.unknown");
          case BEHIND ->
              line(StatusLabel.Kind.WARNING, Texts.text("home.version.behind", standing.behind()));
        };
    Label digits = new Label(row.version());
    digits.getStyleClass().add("mono");
    digits.setMinWidth(Label.USE_PREF_SIZE);
    row.pinned()
        .flatMap(key -> key.version())
        .ifPresent(whole -> digits.setTooltip(new Tooltip(whole)));
    digits.setManaged(!row.version().isEmpty());
    HBox box = new HBox(8, digits, whole(standingLabel));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static StatusLabel line(StatusLabel.Kind kind, String text) {
    StatusLabel label = new StatusLabel(kind, text);
    label.setWrapText(false);
    return label;
  }

  private static Label grey(String key) {
    Label label = new Label(Texts.text(key));
    label.getStyleClass().add("secondary");
    label.setWrapText(false);
    return label;
  }

  private static <L extends Labeled> L whole(L label) {
    if (!label.getText().isEmpty()) {
      label.setTooltip(new Tooltip(label.getText()));
    }
    return label;
  }
}
