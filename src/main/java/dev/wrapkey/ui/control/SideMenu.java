package dev.wrapkey.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The menu at the left of a page: its items lead to parts of the page, one of which is open. */
public final class SideMenu extends VBox {

  private final ToggleGroup group = new ToggleGroup();

  public SideMenu() {
    getStyleClass().setAll("side-menu", "server-menu");
  }

  /** A heading above the items that follow. */
  public void addSection(String text) {
    Label section = new Label(text);
    section.getStyleClass().add("section-head");
    getChildren().add(section);
  }

  /**
   * An item.
   *
   * @param name its id is {@code menu-} and this
   * @param open shows its part of the page
   */
  public void addItem(String name, String text, Runnable open) {
    ToggleButton item = new ToggleButton(text);
    item.setId("menu-" + name);
    item.getStyleClass().setAll("side-menu-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setToggleGroup(group);
    item.setUserData(name);
    item.setOnAction(e -> open.run());
    getChildren().add(item);
  }

  /** Marks the item whose part is shown, whatever was clicked. */
  public void mark(String name) {
    group.getToggles().forEach(item -> item.setSelected(name.equals(item.getUserData())));
  }
}
