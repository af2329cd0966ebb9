package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Memory;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * All servers of all subscriptions, what is to be said of them at a glance, and how old that is.
 */
public final class HomeViewModel {

  /** Where a person can go from home. */
  public interface Destinations {
    void createServer();

    /** Asks for a plan and shows it in the wizard. */
    void openPlan();

    void openServer(ResourceId server);

    /** The page that rotates the keys of many servers. */
    void rotateMany();
  }

  private static final String COLUMNS = "servers.columns";

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final Memory memory;
  private final Destinations destinations;
  private final Listing<List<ServerRow>> listing;
  private final ObservableList<ServerRow> rows = FXCollections.observableArrayList();
  private final FilteredList<ServerRow> filtered = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper updated = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private volatile List<String> subscriptions = List.of();
  private Running lookup = new Running();
  private @Nullable Instant readAt;

  /** A {@code time} that runs faster than a watch makes the age of the list run as fast. */
  public HomeViewModel(
      Cloud cloud, Tasks tasks, Time time, Memory memory, Destinations destinations) {
    this.memory = memory;
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.destinations = destinations;
    listing = new Listing<>(tasks);
    listing.stateProperty().subscribe(state -> follow(state));
    listing.items().addListener((ListChangeListener<Object>) change -> preview());
    filter.subscribe(words -> filtered.setPredicate(row -> row.matches(words)));
  }

  /** Which columns are shown, by name; the usual ones until a person has chosen others. */
  List<String> columns(List<String> usual) {
    return List.of(memory.recall(COLUMNS, String.join(",", usual)).split(","));
  }

  void keepColumns(List<String> shown) {
    memory.keep(COLUMNS, String.join(",", shown));
  }

  /** Reads everything anew. Rows that are there stay until the new ones have come. */
  public void refresh() {
    lookup.cancel();
    listing.load(this::fetch);
  }

  private void fetch(Cancellation cancellation, Consumer<List<List<ServerRow>>> page) {
    List<Subscription> all = cloud.directory().subscriptions();
    subscriptions = all.stream().map(Subscription::id).toList();
    new Gathering(cloud, all, rows -> page.accept(List.of(rows))).run(cancellation);
  }

  // The index answers before the subscriptions do; better its rows than none.
  private void preview() {
    if (rows.isEmpty() && !listing.items().isEmpty()) {
      rows.setAll(listing.items().getLast());
    }
  }

  private void follow(Listing.State state) {
    boolean failed = state == Listing.State.FAILED;
    List<ServerRow> last = listing.items().isEmpty() ? List.of() : listing.items().getLast();
    if (state == Listing.State.READY || (failed && !last.isEmpty())) {
      rows.setAll(last);
      readAt = time.now();
      lookUpVersions();
    } else if (failed && readAt == null) {
      rows.clear(); // at most what the index says, which nobody has confirmed
    }
    CloudFailure failure = listing.failureProperty().get();
    problem.set(
        failure == null
            ? ""
            : Texts.text(
                rows.isEmpty() ? "home.problem.all" : "home.problem.part", failure.details()));
    tick();
  }

  private void lookUpVersions() {
    Running mine = new Running();
    lookup = mine;
    Set<KeyIdentifier> keys =
        rows.stream()
            .flatMap(row -> row.pinned().stream())
            .map(KeyIdentifier::versionless)
            .collect(Collectors.toSet());
    tasks.run(
        mine,
        () -> {
          new KeyVersions(cloud)
              .lookUp(
                  keys,
                  subscriptions,
                  mine.cancellation(),
                  (key, versions) -> tasks.onScreen(mine, () -> tell(key, versions)));
          return Boolean.TRUE;
        },
        done -> {},
        failed -> keys.forEach(key -> tell(key, List.of())));
  }

  private void tell(KeyIdentifier key, List<Key> versions) {
    for (ServerRow row : rows) {
      row.pinned()
          .filter(used -> used.versionless().equals(key))
          .ifPresent(used -> row.setStanding(KeyStanding.of(used, versions)));
    }
  }

  /** Says anew how old the list is; the view calls this every second. */
  public void tick() {
    Instant then = readAt;
    if (listing.stateProperty().get() == Listing.State.LOADING) {
      updated.set(Texts.text("home.updating"));
    } else if (then == null) {
      updated.set("");
    } else {
      Duration age = Duration.between(then, time.now());
      updated.set(
          age.toMinutes() == 0
              ? Texts.text("home.updated.seconds", age.toSeconds())
              : Texts.text("home.updated.minutes", age.toMinutes()));
    }
  }

  public void create() {
    destinations.createServer();
  }

  public void openPlan() {
    destinations.openPlan();
  }

  public void rotateMany() {
    destinations.rotateMany();
  }

  public void open(ServerRow row) {
    destinations.openServer(row.server().id());
  }

  /** The servers that fit the filter. */
  public ObservableList<ServerRow> shown() {
    return filtered;
  }

  /** How many of all servers, filtered out or not, fit. */
  long count(Predicate<ServerRow> fits) {
    return rows.stream().filter(fits).count();
  }

  /** All servers. */
  ObservableList<ServerRow> all() {
    return rows;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyObjectProperty<Listing.State> stateProperty() {
    return listing.stateProperty();
  }

  /** What could not be read; empty if all could. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty updatedProperty() {
    return updated.getReadOnlyProperty();
  }
}
