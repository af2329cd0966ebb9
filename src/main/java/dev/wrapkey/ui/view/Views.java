package dev.wrapkey.ui.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Loads {@code fxml/<screen>.fxml} for a view. A screen without a file fails loudly. */
public final class Views {

  private static final String SCREEN = "wrapkey.screen";

  private Views() {}

  /** Names nodes that were made without a file as a screen. */
  public static void name(Node node, String screen) {
    node.getProperties().put(SCREEN, screen);
  }

  /** The name of the screen that these nodes were loaded as, if they were. */
  public static Optional<String> screen(Node node) {
    return node.hasProperties() && node.getProperties().get(SCREEN) instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * The nodes of a screen, bound to its view.
   *
   * @param screen the file's name without ending; its {@code fx:controller} names the view's class
   * @param view the view, made with its view model
   */
  public static <N> N load(String screen, Object view) {
    URL file = Views.class.getResource("/fxml/" + screen + ".fxml");
    if (file == null) {
      throw new IllegalStateException("no screen: fxml/" + screen + ".fxml");
    }
    FXMLLoader loader = new FXMLLoader(file, Texts.bundle());
    loader.setControllerFactory(
        type -> {
          if (!type.isInstance(view)) {
            throw new IllegalStateException(
                "fxml/" + screen + ".fxml is a screen of " + type.getName());
          }
          return view;
        });
    try {
      N root = loader.load();
      keep(screen, view, root);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("fxml/" + screen + ".fxml", e);
    }
  }

  // Lists of view models are listened to weakly: the view must live as long as its nodes.
  private static void keep(String screen, Object view, @Nullable Object root) {
    if (root instanceof Node node) {
      node.getProperties().put(SCREEN, screen);
      node.getProperties().put(Views.class, view);
    }
  }
}
