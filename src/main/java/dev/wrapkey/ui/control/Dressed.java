package dev.wrapkey.ui.control;

import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Dialogs and windows in the program's own clothes. */
public final class Dressed {

  private static final int MARK = 64;
  private static final int SIGN = 20;

  private Dressed() {}

  /** Puts a dialog over the program's window, in its theme; without a window it is light. */
  public static <D extends Dialog<?>> D over(D dialog) {
    dialog.setGraphic(new Icon("warning", SIGN));
    Optional<Window> owner =
        Window.getWindows().stream().filter(w -> w instanceof Stage && w.isShowing()).findFirst();
    owner.ifPresent(dialog::initOwner);
    owner.ifPresent(window -> askForHelp(dialog, window));
    if (owner.isEmpty()) {
      Theme.LIGHT.apply(dialog.getDialogPane().getScene());
    }
    return dialog;
  }

  // The guide stands in the window below, where it can be read while the question waits. That
  // window
  // hears nothing meanwhile, neither keys nor the wheel.
  private static void askForHelp(Dialog<?> dialog, Window window) {
    DialogPane question = dialog.getDialogPane();
    question.addEventHandler(KeyEvent.KEY_PRESSED, key -> turn(key, window));
    question.addEventHandler(
        ScrollEvent.SCROLL,
        wheel -> guide(window).ifPresent(guide -> Reveal.by(guide, -wheel.getDeltaY())));
    question.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Shortcut.GUIDE.matches(key)) {
            key.consume();
            Event.fireEvent(
                window.getScene().getRoot(), key.copyFor(window, window.getScene().getRoot()));
          }
        });
  }

  private static void turn(KeyEvent key, Window window) {
    boolean down = Shortcut.GUIDE_DOWN.matches(key);
    if (down || Shortcut.GUIDE_UP.matches(key)) {
      guide(window)
          .ifPresent(
              guide -> {
                double page = guide.getViewportBounds().getHeight();
                Reveal.by(guide, down ? page : -page);
                key.consume();
              });
    }
  }

  private static Optional<ScrollPane> guide(Window window) {
    return Optional.ofNullable((ScrollPane) window.getScene().lookup("#guide-page"));
  }

  /** The program's mark, for the title bar and the list of windows. */
  public static Image mark() {
    Icon icon = new Icon("app", MARK);
    StackPane pane = new StackPane(icon);
    pane.getStyleClass().add("top-bar-mark");
    pane.setAlignment(Pos.CENTER);
    Scene scene = new Scene(pane, MARK, MARK);
    Theme.LIGHT.apply(scene);
    return scene.snapshot(null);
  }
}
