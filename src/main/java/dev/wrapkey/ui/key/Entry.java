package dev.wrapkey.ui.key;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A text a person enters, and what is wrong with it until it is changed. */
public final class Entry {

  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  Entry() {
    text.subscribe(this::excuse);
  }

  /** What stands there. */
  public StringProperty text() {
    return text;
  }

  /** What is wrong with it, empty for nothing. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  String trimmed() {
    return text.get().strip();
  }

  boolean isRight() {
    return problem.get().isEmpty();
  }

  void complain(String sentence) {
    problem.set(sentence);
  }

  void excuse() {
    problem.set("");
  }

  void clear() {
    text.set("");
    excuse();
  }
}
