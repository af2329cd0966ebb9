package dev.wrapkey.ui.control;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.image.Image;
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
    if (owner.isEmpty()) {
      Theme.LIGHT.apply(dialog.getDialogPane().getScene());
    }
    return dialog;
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
