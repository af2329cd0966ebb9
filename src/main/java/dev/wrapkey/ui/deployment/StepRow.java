package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Progress;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One step of a deployment on the page; its latest news, if there is any. */
final class StepRow {

  private final String id;
  private final ObjectProperty<Optional<Progress.Event>> news =
      new SimpleObjectProperty<>(Optional.empty());

  StepRow(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  ObjectProperty<Optional<Progress.Event>> newsProperty() {
    return news;
  }
}
