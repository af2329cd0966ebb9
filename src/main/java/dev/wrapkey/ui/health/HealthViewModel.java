package dev.wrapkey.ui.health;

import dev.wrapkey.health.HealthFile;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.HealthReport;
import dev.wrapkey.health.ServerHealth;
import dev.wrapkey.health.Survey;
import dev.wrapkey.health.Urgency;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Memory;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The keys of all servers, as a survey finds them. Lives on the screen's thread. */
public final class HealthViewModel {

  /** What the page knows: the survey, and where things lead. */
  public record Means(Survey survey, Time time, Tasks tasks, FileDialogs dialogs, Memory memory) {}

  /** A file that tells what was found. */
  enum Kind {
    CSV,
    HTML,
    JSON
  }

  /**
   * How many servers there are.
   *
   * @param seen how many were looked at
   * @param of how many there are; 0 while that is not known
   */
  record Tally(int seen, int of, long trouble, long warning, long unknown) {}

  /**
   * What became of the last file.
   *
   * @param failed whether there is none
   */
  record Saved(boolean failed, String words) {}

  private static final String COLUMNS = "health.columns";

  private final Means means;
  private final Destinations destinations;
  private final Listing<HealthLine> listing;
  private final Filters filters;
  private final ReadOnlyObjectWrapper<Tally> tally =
      new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0, 0, 0));
  private final ReadOnlyObjectWrapper<Instant> at = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
  private final ReadOnlyStringWrapper unseen = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Map<ResourceId, Urgency> servers = new HashMap<>();
  private final List<HealthReport.Unseen> missed = new ArrayList<>();
  private int expected;
  private int survey;
  private boolean stale = true;

  public HealthViewModel(Means means, Destinations destinations) {
    this.means = means;
    this.destinations = destinations;
    listing = new Listing<>(means.tasks());
    filters = new Filters(listing.items());
    listing.items().addListener(this::arrived);
    listing.stateProperty().subscribe(state -> settle(state));
  }

  /** Looks, the first time and whenever a person has been where something can be mended. */
  public void enter() {
    if (stale) {
      refresh();
    }
  }

  /** Looks anew. */
  void refresh() {
    stale = false;
    servers = new HashMap<>();
    expected = 0;
    saved.set(Optional.empty());
    unseen.set("");
    missed.clear();
    at.set(means.time().now());
    int mine = ++survey;
    listing.load((cancellation, page) -> look(mine, cancellation, page));
  }

  private void look(int mine, Cancellation cancellation, Consumer<List<HealthLine>> page) {
    means
        .survey()
        .run(
            new Survey.Listener() {
              @Override
              public void found(int number) {
                onScreen(mine, () -> expect(number));
              }

              @Override
              public void seen(ServerHealth server) {
                page.accept(HealthLine.of(server));
              }

              @Override
              public void unseen(HealthReport.Unseen why) {
                onScreen(mine, () -> miss(why));
              }
            },
            cancellation);
  }

  private void onScreen(int mine, Runnable action) {
    means
        .tasks()
        .onScreen(
            () -> {
              if (mine == survey) {
                action.run();
              }
            });
  }

  private void expect(int number) {
    expected = number;
    count();
  }

  private void miss(HealthReport.Unseen why) {
    missed.add(why);
    String words =
        Texts.text(
            "health.unseen",
            why.subscription().name(),
            why.failure().code(),
            why.failure().details());
    unseen.set(unseen.get().isEmpty() ? words : unseen.get() + "\n" + words);
  }

  private void arrived(ListChangeListener.Change<? extends HealthLine> change) {
    while (change.next()) {
      change
          .getAddedSubList()
          .forEach(line -> servers.put(line.server().id(), line.health().urgency()));
    }
    count();
  }

  private void count() {
    tally.set(
        new Tally(
            servers.size(),
            Math.max(expected, servers.size()),
            number(Urgency.TROUBLE),
            number(Urgency.WARNING),
            number(Urgency.UNKNOWN)));
  }

  private long number(Urgency urgency) {
    return servers.values().stream().filter(each -> each == urgency).count();
  }

  private void settle(Listing.State state) {
    if (state != Listing.State.LOADING) {
      filters.offer(listing.items());
    }
  }

  /** Ends the survey; what has been seen stays. */
  void stop() {
    listing.stop();
  }

  /** Asks for a file and writes what is shown into it, the most urgent first. */
  void save(Kind kind) {
    List<HealthLine> lines = filters.shown().stream().sorted(HealthLine.BY_URGENCY).toList();
    HealthFile content = new HealthFile(at.get(), lines, List.copyOf(missed));
    String name = "key-health-" + day() + "." + kind.name().toLowerCase(java.util.Locale.ROOT);
    means
        .dialogs()
        .report(name)
        .ifPresent(
            file ->
                means
                    .tasks()
                    .run(
                        () -> write(file, content, kind),
                        outcome -> saved.set(Optional.of(outcome)),
                        impossible -> {}));
  }

  private String day() {
    return Moments.utc(at.get()).substring(0, 10);
  }

  private static Saved write(Path file, HealthFile content, Kind kind) {
    try {
      Files.writeString(
          file,
          switch (kind) {
            case CSV -> content.csv();
            case HTML -> content.html();
            case JSON -> content.json();
          });
      return new Saved(false, Texts.text("health.saved", file));
    } catch (IOException unusable) {
      return new Saved(true, Texts.text("health.notsaved", file, FileProblem.reason(unusable)));
    }
  }

  /** Which columns are shown, by name; the usual ones until a person has chosen others. */
  List<String> columns(List<String> usual) {
    return List.of(means.memory().recall(COLUMNS, String.join(",", usual)).split(","));
  }

  void keepColumns(List<String> shown) {
    means.memory().keep(COLUMNS, String.join(",", shown));
  }

  /** What is to be read about a key; whoever goes somewhere from there may mend something. */
  Detail detail(HealthLine line) {
    return new Detail(line, at.get(), destinations, () -> stale = true);
  }

  Filters filters() {
    return filters;
  }

  /** All keys that were seen. */
  List<HealthLine> all() {
    return listing.items();
  }

  ReadOnlyObjectProperty<Listing.State> stateProperty() {
    return listing.stateProperty();
  }

  /** Why nothing could be looked at. */
  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return listing.failureProperty();
  }

  ReadOnlyObjectProperty<Tally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }

  /** When the survey began, on the cloud's clock. */
  ReadOnlyObjectProperty<Instant> atProperty() {
    return at.getReadOnlyProperty();
  }

  /** The subscriptions that could not be read; empty if all could. */
  ReadOnlyStringProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Saved>> savedProperty() {
    return saved.getReadOnlyProperty();
  }
}
