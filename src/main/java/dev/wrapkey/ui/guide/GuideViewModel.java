package dev.wrapkey.ui.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which page of the guide is read, what was read before, and what is looked for. */
public final class GuideViewModel {

  private final Guide guide;
  private final ReadOnlyObjectWrapper<GuidePage> page;
  private final Deque<GuidePage> before = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper returnable = new ReadOnlyBooleanWrapper();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());

  public GuideViewModel(Guide guide) {
    this.guide = guide;
    page = new ReadOnlyObjectWrapper<>(guide.page(Guide.INDEX).orElseThrow());
    query.subscribe(words -> hits.set(guide.search(words)));
  }

  /** The page that is shown, unless something is looked for. */
  ReadOnlyObjectProperty<GuidePage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Whether there is a page to go back to. */
  ReadOnlyBooleanProperty returnableProperty() {
    return returnable.getReadOnlyProperty();
  }

  /** What is looked for; empty for nothing. */
  StringProperty queryProperty() {
    return query;
  }

  /** Where it was found. */
  ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /**
   * Opens the page about something.
   *
   * @param topic name of a file of the guide, without its ending; one that is not there leads to
   *     the contents
   */
  public void openTopic(String topic) {
    open(Optional.of("guide/" + topic + ".md").filter(this::has).orElse(Guide.INDEX));
  }

  /** Opens the page at a path, if there is one. */
  void open(String path) {
    query.set("");
    guide.page(path).filter(next -> next != page.get()).ifPresent(this::turnTo);
  }

  /** Opens the list of all pages. */
  void openContents() {
    open(Guide.INDEX);
  }

  /** Whether a link leads to a page that was shipped. */
  boolean has(String path) {
    return guide.page(path).isPresent();
  }

  /** Goes back to the page that was read before. */
  void back() {
    query.set("");
    if (!before.isEmpty()) {
      page.set(before.pop());
    }
    returnable.set(!before.isEmpty());
  }

  private void turnTo(GuidePage next) {
    before.push(page.get());
    returnable.set(true);
    page.set(next);
  }
}
