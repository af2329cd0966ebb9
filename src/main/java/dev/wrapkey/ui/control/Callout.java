package dev.wrapkey.ui.control;

import java.util.Locale;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The box with a sign and a few sentences, and links or buttons below them. Without text it takes
 * no room.
 */
@DefaultProperty("actions")
public final class Callout extends HBox {

  /** What the box says about the page. */
  public enum Kind {
    INFO,
    WARNING,
    ERROR,
    SUCCESS;

    PseudoClass pseudoClass() {
      return PseudoClass.getPseudoClass(word());
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.INFO);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final Icon icon = new Icon();
  private final HBox actions = new HBox();

  public Callout() {
    getStyleClass().add("callout");
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.textProperty().bind(text);
    actions.getStyleClass().add("callout-actions");
    actions.managedProperty().bind(actions.visibleProperty());
    actions.getChildren().subscribe(() -> actions.setVisible(!actions.getChildren().isEmpty()));
    actions.setVisible(false);
    VBox body = new VBox(words, actions);
    body.getStyleClass().add("callout-body");
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren().setAll(icon, body);
    setMinHeight(USE_PREF_SIZE);
    accessibleTextProperty().bind(text);
    visibleProperty().bind(text.isNotEmpty());
    managedProperty().bind(visibleProperty());
    kind.subscribe(this::show);
  }

  public Callout(Kind kind, String text) {
    this();
    setKind(kind);
    setText(text);
  }

  private void show(Kind newKind) {
    for (Kind each : Kind.values()) {
      pseudoClassStateChanged(each.pseudoClass(), each == newKind);
    }
    icon.setName(newKind.word());
  }

  /** Links or buttons below the text. */
  public ObservableList<Node> getActions() {
    return actions.getChildren();
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  public Kind getKind() {
    return kind.get();
  }

  public void setKind(Kind newKind) {
    kind.set(newKind);
  }

  public StringProperty textProperty() {
    return text;
  }

  public String getText() {
    return text.get();
  }

  /** The sentences; an empty text hides the box. */
  public void setText(String newText) {
    text.set(newText);
  }
}
