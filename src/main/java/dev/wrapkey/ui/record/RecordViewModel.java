package dev.wrapkey.ui.record;

import dev.wrapkey.language.FileProblem;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Reading;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The record of changes, read, checked and filtered. */
public final class RecordViewModel {

  /** A file that tells of the changes that are shown, or keeps the whole record as it is. */
  enum Format {
    CSV(".csv"),
    HTML(".html"),
    WHOLE(".record");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  /**
   * What the page has to say about something that was asked of it.
   *
   * @param good whether it is good news
   * @param words the news
   */
  record News(boolean good, String words) {}

  private final ChangeRecord changes;
  private final Tasks tasks;
  private final Time time;
  private final FileDialogs dialogs;
  private final ObservableList<Entry> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Reading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<News>> news =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper unreadable = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Optional<String>> act = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Entry.State>> state =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.ALWAYS);
  private final ObservableList<Optional<String>> acts = FXCollections.observableArrayList();
  private List<Entry> entries = List.of();

  /**
   * @param changes the record
   * @param time the cloud's clock
   */
  public RecordViewModel(ChangeRecord changes, Tasks tasks, Time time, FileDialogs dialogs) {
    this.changes = changes;
    this.tasks = tasks;
    this.time = time;
    this.dialogs = dialogs;
    acts.add(Optional.empty());
    filter.subscribe(words -> show());
    act.subscribe(wanted -> show());
    state.subscribe(wanted -> show());
    since.subscribe(wanted -> show());
  }

  /** Reads and checks the record anew. */
  public void load() {
    tasks.run(this::read, answer -> answer.run(), impossible -> {});
  }

  // A record that cannot be read is no bug of ours, and is told where the rows would be.
  private Runnable read() {
    try {
      Reading fresh = changes.read();
      List<Entry> told = Entry.of(fresh.lines());
      return () -> take(fresh, told);
    } catch (UncheckedIOException e) {
      String why = Texts.text("record.unreadable", changes.path(), FileProblem.of(e.getCause()));
      return () -> unreadable.set(why);
    }
  }

  private void take(Reading fresh, List<Entry> told) {
    unreadable.set("");
    entries = told;
    List<Optional<String>> known =
        Stream.concat(
                Stream.of(Optional.<String>empty()),
                told.stream().map(EntryWords::act).distinct().sorted().map(Optional::of))
            .toList();
    if (!known.equals(acts)) {
      Optional<String> chosen = act.get();
      acts.setAll(known);
      act.set(known.contains(chosen) ? chosen : Optional.empty());
    }
    reading.set(Optional.of(fresh));
    show();
  }

  private void show() {
    rows.setAll(entries.stream().filter(this::fits).toList());
    count.set(Texts.text("record.count", rows.size(), entries.size()));
  }

  private boolean fits(Entry entry) {
    return act.get().filter(wanted -> !wanted.equals(EntryWords.act(entry))).isEmpty()
        && state.get().filter(wanted -> wanted != entry.state()).isEmpty()
        && since.get().reaches(entry.began(), time.now())
        && EntryWords.matches(entry, filter.get());
  }

  /** Takes every filter away. */
  void clear() {
    filter.set("");
    act.set(Optional.empty());
    state.set(Optional.empty());
    since.set(Since.ALWAYS);
  }

  /** Asks for a file and writes into it. */
  void save(Format format) {
    List<Entry> shown = List.copyOf(rows);
    dialogs
        .report("wrapkey-changes" + format.ending)
        .ifPresent(
            file ->
                tasks.run(
                    () -> write(file, format, shown),
                    told -> news.set(Optional.of(told)),
                    impossible -> {}));
  }

  private News write(Path file, Format format, List<Entry> shown) {
    try {
      Files.writeString(file, text(format, shown));
      return new News(true, Texts.text("record.saved", file));
    } catch (IOException unusable) {
      return new News(false, Texts.text("record.notsaved", file, FileProblem.reason(unusable)));
    }
  }

  private String text(Format format, List<Entry> shown) throws IOException {
    return switch (format) {
      case CSV -> EntryWords.sheet(shown).csv();
      case HTML ->
          EntryWords.sheet(shown)
              .html(
                  Texts.text("record.title"),
                  Texts.text("record.summary", shown.size(), Moments.moment(time.now())));
      case WHOLE -> Files.exists(changes.path()) ? Files.readString(changes.path()) : "";
    };
  }

  /** Says whether the record up to a fingerprint that somebody kept is still as it was. */
  void compare(String fingerprint) {
    if (!fingerprint.isBlank()) {
      reading
          .get()
          .map(read -> new News(read.isSoundUpTo(fingerprint), Recount.words(read, fingerprint)))
          .ifPresent(told -> news.set(Optional.of(told)));
    }
  }

  ObservableList<Entry> rows() {
    return rows;
  }

  /** What changes may be filtered by, all of them first. */
  ObservableList<Optional<String>> acts() {
    return acts;
  }

  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<Optional<String>> actProperty() {
    return act;
  }

  ObjectProperty<Optional<Entry.State>> stateProperty() {
    return state;
  }

  ObjectProperty<Since> sinceProperty() {
    return since;
  }

  /** What was read last; empty before. */
  ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<News>> newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Why the record cannot be read; empty if it can. */
  ReadOnlyStringProperty unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }
}
