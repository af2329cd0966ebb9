package dev.wrapkey.ui.waves;

import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rotation.WaveReport;
import dev.wrapkey.rotation.WaveRow;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The page on which the keys of many servers are rotated. */
public final class WavesViewModel {

  /** What the page shows. */
  enum State {
    LOADING,
    /** A person chooses servers. */
    CHOOSING,
    /** Waves are shown, under way or over. */
    SHOWING
  }

  /** A file that tells what became of all. */
  enum Report {
    CSV,
    HTML
  }

  /**
   * What became of the last report.
   *
   * @param failed whether there is none
   * @param words that say so
   */
  record Saved(boolean failed, String words) {}

  private final Tasks tasks;
  private final WaveRuns runs;
  private final FileDialogs dialogs;
  private final String wanted;
  private final WavesChoice choice;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<WaveCase>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<WaveCase>> history =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanExpression startable;

  /**
   * @param runs carries waves out, whatever page is open
   * @param wanted the id of the waves to show; empty for those that can be gone on with
   */
  public WavesViewModel(
      Cloud cloud, Tasks tasks, WaveRuns runs, FileDialogs dialogs, String wanted) {
    this.tasks = tasks;
    this.runs = runs;
    this.dialogs = dialogs;
    this.wanted = wanted;
    choice = new WavesChoice(cloud, tasks);
    startable =
        state
            .isEqualTo(State.CHOOSING)
            .and(choice.numberProperty().greaterThan(0))
            .and(
                Bindings.createBooleanBinding(
                    () -> choice.shaping().shapeProperty().get().isPresent(),
                    choice.shaping().shapeProperty()));
  }

  /** Looks what there is; what a person has chosen stays. */
  public void enter() {
    runs.find(this::found);
  }

  private void found(List<WaveCase> all) {
    history.set(all);
    if (state.get() == State.LOADING) {
      all.stream()
          .filter(each -> wanted.isEmpty() ? isOpen(each) : each.ledger().id().equals(wanted))
          .findFirst()
          .ifPresentOrElse(this::show, this::choose);
    }
  }

  private static boolean isOpen(WaveCase each) {
    WaveCase.Standing standing = each.standingProperty().get();
    return !standing.isIdle() || standing.canGoOn();
  }

  /** Shows waves. */
  void show(WaveCase one) {
    failure.set(null);
    saved.set(Optional.empty());
    shown.set(Optional.of(one));
    state.set(State.SHOWING);
  }

  /** Lets a person choose servers. */
  void choose() {
    failure.set(null);
    saved.set(Optional.empty());
    shown.set(Optional.empty());
    state.set(State.CHOOSING);
    choice.load();
    runs.find(history::set);
  }

  /** Reads the servers anew. */
  void refresh() {
    if (choice.stateProperty().get() != Listing.State.LOADING) {
      choice.load();
    }
  }

  /** Writes down what was chosen, and begins. */
  void start() {
    if (startable.get()) {
      failure.set(null);
      choice.order().ifPresent(order -> runs.begin(order, this::begun, failure::set));
    }
  }

  private void begun(WaveCase one) {
    show(one);
    one.goOn();
    runs.find(history::set);
  }

  /** Asks for a file and writes the report of what is shown into it. */
  void save(Report kind) {
    shown.get().ifPresent(one -> save(one, kind));
  }

  private void save(WaveCase one, Report kind) {
    List<WaveRow> rows = one.rows();
    String title = Texts.text("waves.report.title", Moments.moment(one.ledger().begun()));
    String name = one.ledger().id() + (kind == Report.CSV ? ".csv" : ".html");
    dialogs
        .report(name)
        .ifPresent(
            file ->
                tasks.run(
                    () ->
                        write(
                            file,
                            kind == Report.CSV
                                ? WaveReport.csv(rows)
                                : WaveReport.html(title, rows)),
                    outcome -> saved.set(Optional.of(outcome)),
                    impossible -> {}));
  }

  private static Saved write(Path file, String text) {
    try {
      Files.writeString(file, text);
      return new Saved(false, Texts.text("waves.report.saved", file));
    } catch (IOException unusable) {
      return new Saved(true, Texts.text("waves.report.failed", file, FileProblem.reason(unusable)));
    }
  }

  WavesChoice choice() {
    return choice;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why waves could not be begun. */
  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The waves that are shown, if any are. */
  ReadOnlyObjectProperty<Optional<WaveCase>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** All waves, the newest first. */
  ReadOnlyObjectProperty<List<WaveCase>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Saved>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  BooleanExpression startableProperty() {
    return startable;
  }
}
