package dev.wrapkey.ui.control;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A state in words with its sign in front; never by colour alone. */
public final class StatusLabel extends Label {

  /** What a state means to the person who reads it. */
  public enum Kind {
    OK("success"),
    WARNING("warning"),
    ERROR("error"),
    INFO("info"),
    BUSY(""),
    NONE("");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    PseudoClass pseudoClass() {
      return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }
  }

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.NONE);

  public StatusLabel() {
    getStyleClass().add("status-label");
    setWrapText(true);
    kind.subscribe(this::show);
  }

  public StatusLabel(Kind kind, String text) {
    this();
    setKind(kind);
    setText(text);
  }

  private void show(Kind newKind) {
    for (Kind each : Kind.values()) {
      pseudoClassStateChanged(each.pseudoClass(), each == newKind);
    }
    setGraphic(sign(newKind));
  }

  private static @Nullable Node sign(Kind kind) {
    return switch (kind) {
      case NONE -> null;
      case BUSY -> new Spinner();
      default -> new Icon(kind.icon);
    };
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
}
