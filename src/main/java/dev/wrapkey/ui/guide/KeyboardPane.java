package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The map of the keyboard, in a pane at the right: every shortcut there is, by where it works. */
public final class KeyboardPane {

  private static final String ID = "keyboard-pane";
  private static final double KEYS = 150;

  private KeyboardPane() {}

  /** Slides it in, unless it is there. */
  public static void open(PaneHost host) {
    if (host.top().filter(pane -> ID.equals(pane.getId())).isPresent()) {
      return;
    }
    SidePane side = new SidePane();
    side.setId(ID);
    side.setTitle(Texts.text("keyboard.title"));
    VBox body = new VBox();
    body.getStyleClass().add("keyboard-map");
    for (Shortcut.Place each : Shortcut.Place.values()) {
      Label head = new Label(Texts.text("keyboard.place." + each));
      head.getStyleClass().add("section-head");
      body.getChildren().addAll(head, map(each));
    }
    body.getChildren().add(words(Texts.text("keyboard.more")));
    Views.name(body, "keyboard");
    side.setBody(body);
    host.show(side);
  }

  private static GridPane map(Shortcut.Place place) {
    GridPane map = new GridPane();
    map.getStyleClass().add("keyboard-keys");
    ColumnConstraints keys = new ColumnConstraints(KEYS);
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    map.getColumnConstraints().setAll(keys, what);
    int row = 0;
    for (Shortcut each : place.shortcuts()) {
      map.addRow(row, keys(each), words(Texts.text("keyboard." + each)));
      row++;
    }
    return map;
  }

  private static Label keys(Shortcut shortcut) {
    String or = " " + Texts.text("keyboard.or") + " ";
    Label keys = words(shortcut.written().map(KeyboardPane::named).collect(Collectors.joining(or)));
    keys.getStyleClass().add("mono");
    return keys;
  }

  /** With the names that keys have in the person's language. */
  private static String named(String keys) {
    return Stream.of(keys.split("\\+")).map(KeyboardPane::name).collect(Collectors.joining("+"));
  }

  private static String name(String key) {
    boolean isKnown = Texts.bundle().containsKey("keyboard.key." + key);
    return isKnown ? Texts.text("keyboard.key." + key) : key;
  }

  private static Label words(String text) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }
}
