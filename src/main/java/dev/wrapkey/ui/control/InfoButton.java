package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** The small circled i after a label: explains it in a callout, for the mouse and for the keyboard. */
public final class InfoButton extends Button {

  private final StringProperty info = new SimpleStringProperty(this, "info", "");
  private final Label words = new Label();
  private final PopOver callout = new PopOver(words);

  public InfoButton() {
    getStyleClass().setAll("info-button");
    setGraphic(new Icon("info-outline", 14));
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleRoleDescription(Texts.text("control.info"));
    accessibleTextProperty().bind(info);
    words.textProperty().bind(info);
    words.setWrapText(true);
    words.getStyleClass().add("info-words");
    callout.getRoot().getStyleClass().add("info-callout");
    callout.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    callout.setArrowSize(8);
    callout.setArrowIndent(16);
    callout.setCornerRadius(2);
    callout.setDetachable(false);
    callout.setAnimated(false);
    callout.setFadeInDuration(Duration.ZERO);
    callout.setFadeOutDuration(Duration.ZERO);
    hoverProperty().subscribe(this::refresh);
    focusedProperty().subscribe(this::refresh);
    setOnAction(e -> open());
  }

  public InfoButton(String info) {
    this();
    setInfo(info);
  }

  private void refresh() {
    if (isHover() || isFocused()) {
      open();
    } else {
      callout.hide(Duration.ZERO);
    }
  }

  private void open() {
    if (!callout.isShowing() && getScene() != null && !info.get().isEmpty()) {
      callout.show(this, -2);
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
