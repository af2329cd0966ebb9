package dev.wrapkey.app;

import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.picture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Questions that stand before the window. */
final class Dialogs {

  private Dialogs() {}

  /** The picture of the one that is open, in both themes. */
  static void picture(String name) {
    Person.act(
        () -> {
          Scene scene = open().orElseThrow();
          for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            theme.apply(scene);
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            try {
              Pictures.write(scene.snapshot(null), Path.of("target", "screens", file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  private static Optional<Scene> open() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(scene -> scene != null && scene.getRoot() instanceof DialogPane)
        .findFirst();
  }
}
