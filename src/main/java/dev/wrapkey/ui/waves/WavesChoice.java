package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.rotation.WaveOrder;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Which servers are to be rotated, and in waves of which shape. Lives on the screen's thread. */
final class WavesChoice {

  private final Candidates source;
  private final Listing<Candidate> listing;
  private final ObservableList<Candidate> rows = FXCollections.observableArrayList();
  private final FilteredList<Candidate> shown = new FilteredList<>(rows);
  private final StringProperty text = new SimpleStringProperty("");
  private final Map<Facet, StringProperty> wanted = new EnumMap<>(Facet.class);
  private final Map<Facet, ObservableList<String>> offered = new EnumMap<>(Facet.class);
  private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper twoKeys = new ReadOnlyBooleanWrapper();
  private final BooleanProperty geo = new SimpleBooleanProperty();
  private final Shaping shaping = new Shaping();

  WavesChoice(Cloud cloud, Tasks tasks) {
    source = new Candidates(cloud);
    listing = new Listing<>(tasks);
    listing.stateProperty().subscribe(this::follow);
    text.subscribe(this::filter);
    marked.subscribe((was, is) -> shaping.canariesProperty().set(canaries(is.intValue())));
    for (Facet facet : Facet.values()) {
      StringProperty value = new SimpleStringProperty("");
      wanted.put(facet, value);
      offered.put(facet, FXCollections.observableArrayList(""));
      value.subscribe(this::filter);
    }
  }

  /** As many as are marked; one, as at first, if none is any more. */
  private static String canaries(int marked) {
    return String.valueOf(Math.max(1, marked));
  }

  /** Reads the servers anew; nothing is chosen then. */
  void load() {
    listing.load(source::fetch);
  }

  private void follow(Listing.State state) {
    if (state == Listing.State.LOADING || state == Listing.State.IDLE) {
      return;
    }
    number.set(0);
    marked.set(0);
    List<Candidate> found = listing.items();
    found.forEach(
        each -> {
          each.chosenProperty().subscribe((was, is) -> number.set(count() + (is ? 1 : -1)));
          each.canaryProperty().subscribe((was, is) -> marked.set(marked.get() + (is ? 1 : -1)));
        });
    offered.forEach(this::offer);
    twoKeys.set(found.stream().anyMatch(Candidate::hasSecondKey));
    rows.setAll(found);
  }

  private void offer(Facet facet, ObservableList<String> values) {
    String before = value(facet).get();
    values.setAll("");
    values.addAll(
        listing.items().stream()
            .flatMap(each -> facet.of(each).stream())
            .distinct()
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList());
    value(facet).set(values.contains(before) ? before : "");
  }

  private void filter() {
    shown.setPredicate(this::fits);
  }

  private boolean fits(Candidate each) {
    return each.matches(text.get())
        && wanted.entrySet().stream()
            .allMatch(
                one ->
                    one.getValue().get().isEmpty()
                        || one.getKey().of(each).contains(one.getValue().get()));
  }

  /** Ticks all that fit the filters; those that do not stay as they are. */
  void chooseShown() {
    shown.forEach(each -> each.chosenProperty().set(true));
  }

  /** Takes every tick away. */
  void chooseNone() {
    rows.forEach(each -> each.chosenProperty().set(false));
  }

  /**
   * What was chosen, canaries first, else in the order of the list; empty if it is nothing that
   * could be done.
   */
  Optional<WaveOrder> order() {
    return shaping
        .shapeProperty()
        .get()
        .filter(_ -> count() > 0)
        .map(
            shape -> new WaveOrder(chosen().stream().map(c -> c.order(geo.get())).toList(), shape));
  }

  /** In the order in which they go: those first that are marked as canaries. */
  List<Candidate> chosen() {
    return rows.stream()
        .filter(each -> each.chosenProperty().get())
        .sorted(Comparator.comparing(each -> !each.canaryProperty().get()))
        .toList();
  }

  private int count() {
    return number.get();
  }

  ReadOnlyIntegerProperty numberProperty() {
    return number.getReadOnlyProperty();
  }

  /** How many are marked as canaries by hand. */
  ReadOnlyIntegerProperty markedProperty() {
    return marked.getReadOnlyProperty();
  }

  /** All servers with customer-managed keys. */
  ObservableList<Candidate> all() {
    return rows;
  }

  /** Those that fit the filters. */
  ObservableList<Candidate> shown() {
    return shown;
  }

  StringProperty textProperty() {
    return text;
  }

  /** What is wanted of a facet; empty for all. */
  StringProperty value(Facet facet) {
    return Objects.requireNonNull(wanted.get(facet));
  }

  /** What there is of a facet, and first the empty text for all. */
  ObservableList<String> offered(Facet facet) {
    return Objects.requireNonNull(offered.get(facet));
  }

  /** Whether also the keys of geo-redundant backups get a new version. */
  BooleanProperty geoProperty() {
    return geo;
  }

  /** Whether there is a server with such a key. */
  ReadOnlyBooleanProperty twoKeysProperty() {
    return twoKeys.getReadOnlyProperty();
  }

  Shaping shaping() {
    return shaping;
  }

  ReadOnlyObjectProperty<Listing.State> stateProperty() {
    return listing.stateProperty();
  }

  /** Why not all servers could be read. */
  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return listing.failureProperty();
  }
}
