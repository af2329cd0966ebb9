package dev.wrapkey.ui.home;

import dev.wrapkey.ui.control.Icon;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A figure and what it counts. */
public final class Tile extends HBox {

  private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

  private final Label figure = new Label("–");
  private final StringProperty words = new SimpleStringProperty(this, "words", "");
  private final Icon icon = new Icon("server", 20);
  private boolean alarming;

  public Tile() {
    getStyleClass().add("tile");
    figure.getStyleClass().addAll("strong", "tile-figure");
    Label what = new Label();
    what.getStyleClass().add("tile-words");
    what.textProperty().bind(words);
    getChildren().setAll(icon, new VBox(figure, what));
    setFocusTraversable(false);
  }

  /** Counts the rows that fit, now and after every change. */
  void count(ObservableList<ServerRow> rows, Predicate<ServerRow> fits) {
    rows.addListener((ListChangeListener<ServerRow>) change -> show(rows.stream().filter(fits).count()));
  }

  private void show(long number) {
    figure.setText(Long.toString(number));
    pseudoClassStateChanged(ATTENTION, alarming && number > 0);
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
    return icon.getName();
  }

  public void setIcon(String name) {
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
