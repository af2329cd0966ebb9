package dev.wrapkey.ui.deployment;

import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One operation of a deployment on the page; its latest news, if there is any. */
final class StepRow {

  /**
   * Something that has happened.
   *
   * @param at when
   * @param event what
   */
  record Happening(Instant at, Progress.Event event) {}

  private final String id;
  private final String words;
  private final String resource;
  private final String type;
  private final boolean before;
  private final ObjectProperty<Optional<Progress.Event>> news =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Happening> happenings = FXCollections.observableArrayList();
  private final ObservableList<Receipt> receipts = FXCollections.observableArrayList();

  /**
   * @param id of the step
   * @param words names the step in texts
   * @param resource what it is about
   * @param type of that, in Azure Resource Manager
   * @param before whether an earlier run of the program has got past it
   */
  StepRow(String id, String words, String resource, String type, boolean before) {
    this.id = id;
    this.words = words;
    this.resource = resource;
    this.type = type;
    this.before = before;
  }

  String id() {
    return id;
  }

  /** Key of what the step does. */
  String words() {
    return words;
  }

  String resource() {
    return resource;
  }

  String type() {
    return type;
  }

  boolean isBefore() {
    return before && news.get().isEmpty();
  }

  ObjectProperty<Optional<Progress.Event>> newsProperty() {
    return news;
  }

  ObservableList<Happening> happenings() {
    return happenings;
  }

  /** What the service gave for each operation that it has accepted. */
  ObservableList<Receipt> receipts() {
    return receipts;
  }

  /** Shows news and remembers it, unless it only says again what is known. */
  void tell(Instant at, Progress.Event event) {
    boolean same =
        news.get()
            .filter(n -> n.state() == event.state() && n.detail().equals(event.detail()))
            .isPresent();
    news.set(Optional.of(event));
    if (!same) {
      happenings.add(new Happening(at, event));
    }
  }

  boolean isOver() {
    return news.get()
        .filter(n -> n.state() == Progress.State.ENDED || n.state() == Progress.State.SKIPPED)
        .isPresent();
  }
}
