package dev.wrapkey.ui.practice;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What will happen in the practice cloud by itself, to be narrowed, jumped to and visited. */
public final class TimelineViewModel {

  private static final Set<String> LEADING =
      Set.of(ResourceId.SERVER, ResourceId.VAULT, ResourceId.MANAGED_HSM);

  private final PracticeSteering steering;
  private final Steering steers;
  private final Time time;
  private final Tasks tasks;
  private final Consumer<String> visit;
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyObjectWrapper<List<PracticeSteering.Due>> shown =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> kinds = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<String> kind = new SimpleObjectProperty<>("");
  private final ObjectProperty<Optional<PracticeSteering.Due>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private List<PracticeSteering.Due> all = List.of();
  private boolean looking;

  /**
   * @param steers does the jumps
   * @param time the practice cloud's clock
   * @param visit goes to the page of a thing, by its identifier
   */
  public TimelineViewModel(
      PracticeSteering steering, Steering steers, Time time, Tasks tasks, Consumer<String> visit) {
    this.steering = steering;
    this.steers = steers;
    this.time = time;
    this.tasks = tasks;
    this.visit = visit;
    this.now = new ReadOnlyObjectWrapper<>(time.now());
    kind.subscribe(this::narrow);
  }

  /** Looks again at what is due. */
  public void look() {
    if (looking) {
      return;
    }
    looking = true;
    tasks.run(steering::upcoming, this::take, TimelineViewModel::never);
  }

  private void take(List<PracticeSteering.Due> upcoming) {
    looking = false;
    known.set(true);
    all = upcoming;
    now.set(time.now());
    kinds.set(
        Stream.concat(
                Stream.of(""),
                all.stream()
                    .map(PracticeSteering.Due::kind)
                    .distinct()
                    .sorted(Comparator.comparing(TimelineViewModel::words)))
            .toList());
    if (!kinds.get().contains(kind.get())) {
      kind.set("");
    }
    narrow();
  }

  private void narrow() {
    List<PracticeSteering.Due> wanted =
        all.stream().filter(due -> kind.get().isEmpty() || due.kind().equals(kind.get())).toList();
    if (!wanted.equals(shown.get())) {
      shown.set(wanted);
      chosen.set(chosen.get().filter(wanted::contains));
    }
  }

  /** The clock has gone on; to be called every second. Looks again once something has happened. */
  public void tick() {
    now.set(time.now());
    if (!all.isEmpty() && !all.getFirst().at().isAfter(now.get())) {
      look();
    }
  }

  /** Moves the clock to what is chosen. */
  public void jump() {
    chosen.get().ifPresent(steers::jumpTo);
  }

  /** Goes to the page of what something happens to. */
  public void visit(PracticeSteering.Due due) {
    if (leads(due)) {
      visit.accept(due.resource());
    }
  }

  /** Whether there is a page about what something happens to. */
  public static boolean leads(PracticeSteering.Due due) {
    return KeyIdentifier.parse(due.resource()).isPresent()
        || ResourceId.parse(due.resource())
            .map(ResourceId::type)
            .filter(LEADING::contains)
            .isPresent();
  }

  /** How long until something happens, in words. */
  public String until(PracticeSteering.Due due) {
    return Spell.words(Duration.between(now.get(), due.at()));
  }

  /** A kind in words; the empty one stands for all. */
  public static String words(String kind) {
    return kind.isEmpty() ? Texts.text("practice.kinds.all") : Texts.text("practice.kind." + kind);
  }

  private static void never(CloudFailure impossible) {
    throw impossible; // the practice cloud's own controls ask no cloud
  }

  /** False until the first look has come back. */
  public ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** The practice cloud's time at the last tick. */
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** What is due and of the chosen kind, in order of time. */
  public ReadOnlyObjectProperty<List<PracticeSteering.Due>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The kinds there are; first of all the empty one, for all. */
  public ReadOnlyObjectProperty<List<String>> kindsProperty() {
    return kinds.getReadOnlyProperty();
  }

  /** The kind that is shown; empty for all. */
  public ObjectProperty<String> kindProperty() {
    return kind;
  }

  /** What can be jumped to. */
  public ObjectProperty<Optional<PracticeSteering.Due>> chosenProperty() {
    return chosen;
  }
}
