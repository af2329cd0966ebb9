package dev.wrapkey.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A page's body with a card at its right. Where there is too little room beside the form, the card
 * folds into a strip below it whose title keeps the one line that matters.
 */
public final class WithAside extends BorderPane {

  /** Room for a form and a card side by side. */
  private static final double LEAST_WIDTH = 1060;

  /** What the folded card may take of the height. */
  private static final double MOST_OF_HEIGHT = 0.5;

  /**
   * The card.
   *
   * @param card its node
   * @param summary the one line that matters
   */
  public record Aside(Node card, ObservableValue<String> summary) {}

  private final TitledPane strip = new TitledPane();
  private final StackPane place = new StackPane();
  private final ScrollPane folded = new ScrollPane();
  private final ScrollPane standing = new ScrollPane();
  private @Nullable Boolean beside;

  public WithAside() {
    getStyleClass().add("with-aside");
    strip.getStyleClass().add("aside-strip");
    strip.setId("cost-strip");
    strip.setExpanded(false);
    strip.setAnimated(false);
    strip.setContent(folded);
    folded.getStyleClass().add("wizard-body");
    folded.setFitToWidth(true);
    folded.maxHeightProperty().bind(heightProperty().multiply(MOST_OF_HEIGHT));
    standing.getStyleClass().addAll("wizard-body", "aside");
    standing.setFitToWidth(true);
    standing.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    place.getStyleClass().add("aside-place");
    place.setAlignment(Pos.TOP_LEFT);
    widthProperty().subscribe(width -> arrange(width.doubleValue()));
  }

  /** Puts the card in; to be called once. */
  public void setAside(Aside aside) {
    place.getChildren().setAll(aside.card());
    strip.textProperty().bind(aside.summary());
    arrange(getWidth());
  }

  private void arrange(double width) {
    boolean room = width >= LEAST_WIDTH;
    if (width <= 0 || place.getChildren().isEmpty() || Boolean.valueOf(room).equals(beside)) {
      return;
    }
    beside = room;
    setRight(null);
    setBottom(null);
    (room ? folded : standing).setContent(null);
    (room ? standing : folded).setContent(place);
    if (room) {
      setRight(standing);
    } else {
      setBottom(strip);
    }
  }
}
