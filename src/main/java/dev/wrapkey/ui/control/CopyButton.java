package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;

/** Puts a text on the clipboard and says so for two seconds. */
public final class CopyButton extends Button {

  private final StringProperty content = new SimpleStringProperty(this, "content", "");
  private final Icon icon = new Icon("copy", 14);
  private final PauseTransition feedback = new PauseTransition(Duration.seconds(2));

  public CopyButton() {
    getStyleClass().setAll("icon-button", "copy-button");
    setGraphic(icon);
    setTooltip(new Tooltip());
    say("copy", "control.copy");
    disableProperty().bind(content.isEmpty());
    feedback.setOnFinished(e -> say("copy", "control.copy"));
    setOnAction(e -> copy());
  }

  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, content.get()));
    say("check", "control.copied");
    feedback.playFromStart();
  }

  private void say(String drawing, String key) {
    icon.setName(drawing);
    getTooltip().setText(Texts.text(key));
    setAccessibleText(Texts.text(key));
  }

  public StringProperty contentProperty() {
    return content;
  }

  public String getContent() {
    return content.get();
  }

  /** What goes on the clipboard. */
  public void setContent(String text) {
    content.set(text);
  }
}
