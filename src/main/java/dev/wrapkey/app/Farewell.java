package dev.wrapkey.app;

import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * What closing the window does to work that is running: it goes on without a window until it has
 * ended, or it is left to Azure and told at the next start. The person decides.
 */
final class Farewell {

  private final List<Ongoing> all = new ArrayList<>();
  private final BooleanSupplier mayClose;
  private final Runnable end;
  private @Nullable Stage stage;
  private boolean ended;

  /**
   * @param mayClose asked first; it may ask the person whether to throw away what is not saved
   * @param end ends the program; run once
   */
  Farewell(BooleanSupplier mayClose, Runnable end) {
    this.mayClose = mayClose;
    this.end = end;
  }

  void watch(Stage window) {
    stage = window;
    window.setOnCloseRequest(request -> ask(window, request));
    window.setOnHidden(hidden -> endOnceIdle());
  }

  /** Has an eye on the work of a cloud too. */
  void mind(Ongoing ongoing) {
    all.add(ongoing);
    ongoing
        .notifications()
        .runningProperty()
        .subscribe(
            () -> {
              Stage window = stage;
              if (window != null && !window.isShowing()) {
                endOnceIdle();
              }
            });
  }

  private boolean isIdle() {
    return all.stream().allMatch(each -> each.notifications().runningProperty().get() == 0);
  }

  private void ask(Stage stage, WindowEvent request) {
    if (!mayClose.getAsBoolean()) {
      request.consume();
      return;
    }
    if (isIdle()) {
      return;
    }
    request.consume();
    ButtonType goOn = new ButtonType(Texts.text("shell.quit.keep"), ButtonBar.ButtonData.OK_DONE);
    ButtonType now = new ButtonType(Texts.text("shell.quit.now"), ButtonBar.ButtonData.OTHER);
    ButtonType stay =
        new ButtonType(Texts.text("shell.quit.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question = question(goOn, now, stay);
    ButtonType answer = question.showAndWait().orElse(stay);
    if (answer == goOn) {
      all.forEach(each -> each.watched(false));
      stage.hide();
    } else if (answer == now) {
      finish();
    }
  }

  private Alert question(ButtonType goOn, ButtonType now, ButtonType stay) {
    Alert question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            Texts.text("shell.quit.text", runningWork()),
            goOn,
            now,
            stay);
    question.setTitle(Texts.text("shell.name"));
    question.setHeaderText(Texts.text("shell.quit.title"));
    question.getDialogPane().setId("quit-question");
    for (ButtonType each : List.of(goOn, now, stay)) {
      Button button = (Button) question.getDialogPane().lookupButton(each);
      ButtonBar.setButtonUniformSize(button, false); // one has a whole sentence
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    question.getDialogPane().lookupButton(goOn).getStyleClass().add("primary");
    return Dressed.over(question);
  }

  private String runningWork() {
    return all.stream()
        .flatMap(each -> each.notifications().items().stream())
        .filter(Notification::isRunning)
        .map(running -> "• " + running.newsProperty().get().text())
        .collect(Collectors.joining("\n"));
  }

  private void endOnceIdle() {
    if (isIdle()) {
      finish();
    }
  }

  private void finish() {
    if (!ended) {
      ended = true;
      end.run();
    }
  }
}
