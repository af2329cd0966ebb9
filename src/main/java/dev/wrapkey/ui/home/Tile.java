package dev.wrapkey.ui.home;

import dev.wrapkey.ui.control.Icon;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A figure and what it counts. */
public final class Tile extends HBox {

  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final Label figure = new Label("–");
  private final StringProperty words = new SimpleStringProperty(this, "words", "");
  private final Icon icon = new Icon("", 20);
  private String quietIcon = "";
  private boolean alarming;

  public Tile() {
    getStyleClass().add("tile");
    figure.getStyleClass().addAll("strong", "tile-figure");
    Label what = new Label();
    what.getStyleClass().add("tile-words");
    what.textProperty().bind(words);
    what.setWrapText(true);
    getChildren().setAll(icon, new VBox(figure, what));
    setFocusTraversable(false);
  }

  /** Shows how many there are. */
  public void show(long number) {
    boolean alarm = alarming && number > 0;
    figure.setText(Long.toString(number));
    icon.setName(alarm ? "warning" : quietIcon);
    pseudoClassStateChanged(ATTENTION, alarm);
    setAccessibleText(number + " " + words.get());
  }

  public StringProperty wordsProperty() {
    return words;
  }

  public String getWords() {
    return words.get();
  }

  public void setWords(String text) {
    words.set(text);
  }

  public String getIcon() {
    return quietIcon;
  }

  public void setIcon(String name) {
    quietIcon = name;
    icon.setName(name);
  }

  public boolean isAlarming() {
    return alarming;
  }

  /** A figure above zero calls for attention. */
  public void setAlarming(boolean newAlarming) {
    alarming = newAlarming;
  }
}
