package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;

/**
 * The small circled i after a label: explains it in a callout, for the mouse and for the keyboard.
 */
public final class InfoButton extends Button {

  private final StringProperty info = new SimpleStringProperty(this, "info", "");
  private final Bubble bubble = new Bubble();
  private final Popup popup = new Popup();

  public InfoButton() {
    getStyleClass().setAll("info-button");
    setGraphic(new Icon("info-outline", 14));
    setAccessibleRoleDescription(Texts.text("control.info"));
    accessibleTextProperty().bind(info);
    bubble.textProperty().bind(info);
    popup.getContent().add(bubble);
    popup.setAutoFix(false);
    hoverProperty().subscribe(this::refresh);
    focusVisibleProperty().subscribe(this::refresh);
    setOnAction(e -> open());
  }

  public InfoButton(String info) {
    this();
    setInfo(info);
  }

  private void refresh() {
    if (isHover() || isFocusVisible()) {
      open();
    } else {
      popup.hide();
    }
  }

  private void open() {
    if (popup.isShowing() || getScene() == null || info.get().isEmpty()) {
      return;
    }
    getScene().getRoot().applyCss();
    getScene().getRoot().layout();
    Bounds here = localToScreen(getLayoutBounds());
    popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
    popup.show(this, here.getCenterX() - Bubble.TIP, here.getMaxY());
    boolean above = here.getMinY() - bubble.getHeight() > getScene().getWindow().getY();
    bubble.point(above);
    if (above) {
      popup.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
      popup.setAnchorY(here.getMinY());
    }
  }

  public StringProperty infoProperty() {
    return info;
  }

  public String getInfo() {
    return info.get();
  }

  public void setInfo(String text) {
    info.set(text);
  }
}
