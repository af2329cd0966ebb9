package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.view.Texts;
import java.net.URL;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A picture of a screen, as wide as the page, with its words below; a press shows it whole. */
final class Picture extends VBox {

  private final Image image;
  private final String words;

  private Picture(Image image, String words) {
    this.image = image;
    this.words = words;
    getStyleClass().add("guide-picture");
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.fitWidthProperty().bind(widthProperty().subtract(2));
    Button larger = new Button();
    larger.setGraphic(view);
    larger.getStyleClass().setAll("guide-picture-button");
    larger.setMinWidth(0);
    larger.setAccessibleText(Texts.text("guide.picture", words));
    larger.setTooltip(new Tooltip(Texts.text("guide.larger")));
    larger.setOnAction(e -> enlarge());
    Label below = new Label(words);
    below.getStyleClass().add("secondary");
    below.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(larger, below);
    setMinWidth(0);
  }

  /** The picture at a path, or its words alone if it was not shipped. */
  static Node of(String path, String words) {
    Optional<URL> file = Guide.file(path);
    return file.<Node>map(url -> new Picture(new Image(url.toExternalForm()), words))
        .orElseGet(() -> new Label(words));
  }

  private void enlarge() {
    ImageView whole = new ImageView(image);
    ScrollPane pane = new ScrollPane(whole);
    pane.setAccessibleText(words);
    Scene scene = new Scene(pane);
    Theme.LIGHT.apply(scene);
    Stage window = new Stage();
    window.initOwner(getScene().getWindow());
    window.setTitle(words);
    window.setScene(scene);
    scene.setOnKeyPressed(
        key -> {
          if (dev.wrapkey.ui.keyboard.Shortcut.CLOSE.matches(key)) {
            window.close();
          }
        });
    window.show();
  }
}
