package dev.wrapkey.ui.form;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Slides a form in that stays until what it is for is done. */
public final class FormPane {

  private FormPane() {}

  /**
   * Opens it.
   *
   * @param title of the pane
   * @param action what its button says
   * @param actionId id of its button
   */
  public static void open(
      PaneHost host, String title, String action, String actionId, Node body, PaneForm form) {
    Callout refusal = new Callout();
    refusal.setId(actionId + "-refusal");
    form.making()
        .failureProperty()
        .subscribe(why -> Failures.show(refusal, why != null && form.tells(why) ? null : why));
    VBox content = new VBox(14, body, refusal);
    SidePane side = new SidePane();
    side.setTitle(title);
    side.setBody(content);
    Button submit = new Button(action);
    submit.setId(actionId);
    submit.getStyleClass().add("primary");
    submit.disableProperty().bind(form.making().busyProperty());
    submit.setOnAction(e -> form.submit(side::close));
    content.addEventHandler(KeyEvent.KEY_PRESSED, e -> submitByEnter(e, submit));
    side.getFooter().setAll(submit, progress(form));
    host.show(side);
  }

  // Not a default button: Enter in an open drop-down would create what is not chosen yet.
  private static void submitByEnter(KeyEvent event, Button submit) {
    if (Shortcut.SUBMIT.matches(event) && event.getTarget() instanceof TextInputControl) {
      event.consume();
      submit.fire();
    }
  }

  private static Node progress(PaneForm form) {
    HBox progress = new HBox(8, new Spinner(), new Label(Texts.text("form.making")));
    progress.setAlignment(Pos.CENTER_LEFT);
    Shown.when(progress, form.making().busyProperty());
    return progress;
  }
}
