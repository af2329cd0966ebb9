package dev.wrapkey.ui.failure;

import dev.wrapkey.ui.control.CopyButton;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** The one window for what nobody expected. */
public final class UnexpectedWindow {

  private UnexpectedWindow() {}

  /** Shows it; to be called on the toolkit's thread. */
  public static void show(Throwable bug) {
    UnexpectedReport report = UnexpectedReport.of(bug);
    TextArea text = new TextArea(report.code() + "\n" + report.text());
    text.setEditable(false);
    text.setPrefRowCount(12);
    CopyButton copy = new CopyButton();
    copy.setContent(text.getText());
    Label words = new Label(Texts.text("failure.unexpected"));
    words.setWrapText(true);
    Alert alert = new Alert(Alert.AlertType.ERROR, "", ButtonType.CLOSE);
    alert.setTitle(Texts.text("failure.unexpected.title"));
    alert.setHeaderText(Texts.text("failure.unexpected.code", report.code()));
    alert.getDialogPane().setContent(new VBox(8, words, text, copy));
    Dressed.over(alert).show();
  }
}
