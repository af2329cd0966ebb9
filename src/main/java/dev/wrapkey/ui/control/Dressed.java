package dev.wrapkey.ui.control;

import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
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

  // The guide stands in the window below, where it can be read while the question waits.
  private static void askForHelp(Dialog<?> dialog, Window window) {
    dialog
        .getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            key -> {
              if (Shortcut.GUIDE.matches(key)) {
                key.consume();
                Event.fireEvent(
                    window.getScene().getRoot(), key.copyFor(window, window.getScene().getRoot()));
              }
            });
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
