package dev.wrapkey.ui.rotation;

import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.PlannedStep;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The page on which the keys of one server are rotated. */
public final class RotationViewModel {

  /** What the page shows. */
  enum State {
    LOADING,
    /** The server could not be read. */
    FAILED,
    /** Its keys are not the customer's. */
    SERVICE_MANAGED,
    /** A person chooses what shall be done. */
    CHOOSING,
    /** A rotation is shown, under way or over. */
    SHOWING
  }

  private static final Set<String> CHECKED =
      Set.of(GuidedRotation.OBSTRUCTED, GuidedRotation.OUT_OF_REACH);

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final ResourceId id;
  private final Rotations rotations;
  private final RotationChoice choice;
  private final PreflightViewModel checks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<RotationCase>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<RotationCase>> history =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanExpression startable;

  /**
   * @param rotations carries rotations out, whatever page is open
   * @param checks makes the panel that checks a subject and mends what can be mended
   */
  public RotationViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      ResourceId id,
      Rotations rotations,
      Function<Supplier<Optional<Subject>>, PreflightViewModel> checks) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.id = id;
    this.rotations = rotations;
    choice = new RotationChoice(cloud, tasks, time);
    this.checks = checks.apply(this::subject);
    startable =
        state
            .isEqualTo(State.CHOOSING)
            .and(
                Bindings.createBooleanBinding(
                    () -> choice.orderProperty().get().isPresent(), choice.orderProperty()));
  }

  /** Reads the server and its rotations; what a person has chosen stays. */
  public void enter() {
    if (state.get() != State.CHOOSING) {
      read();
    }
  }

  private void read() {
    failure.set(null);
    tasks.run(() -> Reading.of(cloud, id), this::arrived, this::failed);
  }

  private void arrived(Reading now) {
    choice.show(now);
    rotations.find(id, this::found);
  }

  private void found(List<RotationCase> cases) {
    history.set(cases);
    if (shown.get().isPresent()) {
      return;
    }
    Optional<RotationCase> open = cases.stream().findFirst().filter(RotationViewModel::isOpen);
    if (open.isPresent()) {
      show(open.get());
    } else {
      choose();
    }
  }

  private static boolean isOpen(RotationCase newest) {
    return newest.entryProperty().get().isUnfinished() || newest.hasGate();
  }

  private void failed(CloudFailure why) {
    failure.set(why);
    if (state.get() == State.LOADING) {
      state.set(State.FAILED);
    }
  }

  /** Shows one of the server's rotations. */
  void show(RotationCase one) {
    checks.forget();
    failure.set(null);
    shown.set(Optional.of(one));
    state.set(State.SHOWING);
    one.look();
  }

  /** Lets a person choose what the next rotation shall do. */
  void choose() {
    checks.forget();
    shown.set(Optional.empty());
    Reading now = choice.readingProperty().get();
    state.set(now != null && now.isCustomerManaged() ? State.CHOOSING : State.SERVICE_MANAGED);
  }

  /** As {@link #choose}, with the server read anew. */
  void another() {
    checks.forget();
    failure.set(null);
    shown.set(Optional.empty());
    state.set(State.LOADING);
    tasks.run(
        () -> Reading.of(cloud, id),
        now -> {
          choice.show(now);
          choose();
          rotations.find(id, history::set);
        },
        this::failed);
  }

  /** Writes down what was chosen, and begins. */
  void start() {
    if (startable.get()) {
      failure.set(null);
      choice
          .orderProperty()
          .get()
          .ifPresent(
              order ->
                  rotations.begin(
                      order,
                      begun -> {
                        show(begun);
                        begun.goOn();
                        rotations.find(id, history::set);
                      },
                      this::failed));
    }
  }

  /** Leaves an unfinished rotation as it is. */
  void settle() {
    shown.get().ifPresent(RotationCase::settle);
    another();
  }

  /** Checks what the rotation needs, after it was refused for that. */
  void check() {
    checks.run();
  }

  /** What has failed, unless the checks tell why. */
  @Nullable CloudFailure unexplained() {
    CloudFailure why = shown.get().map(one -> one.failureProperty().get()).orElse(failure.get());
    return isChecked(why) ? null : why;
  }

  /** Whether the checks tell why a rotation has failed. */
  static boolean isChecked(@Nullable CloudFailure why) {
    return why != null && CHECKED.contains(why.code());
  }

  /** What the steps do, of what is shown or chosen. */
  List<PlannedStep> steps() {
    return shown
        .get()
        .map(RotationCase::steps)
        .or(() -> choice.orderProperty().get().map(rotations::plan))
        .orElse(List.of());
  }

  private Optional<Subject> subject() {
    return Optional.ofNullable(choice.readingProperty().get())
        .flatMap(now -> wanted().map(now::subject));
  }

  private Optional<DataEncryption> wanted() {
    return shown
        .get()
        .map(one -> one.entryProperty().get().target())
        .or(() -> choice.orderProperty().get().map(order -> order.target(Map.of())));
  }

  /** Where the key panes lead to the page of a key, and by whose rules keys are judged. */
  public void settle(BiConsumer<KeyStore, KeyIdentifier> way, Supplier<Profile> profile) {
    choice.settle(way, profile);
  }

  ResourceId id() {
    return id;
  }

  /** The present moment of the cloud. */
  Instant now() {
    return time.now();
  }

  RotationChoice choice() {
    return choice;
  }

  /** True once there is something that was checked. */
  BooleanExpression checkedProperty() {
    return checks.checkedProperty();
  }

  PreflightViewModel checks() {
    return checks;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The rotation that is shown, if one is. */
  ReadOnlyObjectProperty<Optional<RotationCase>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** All rotations of the server, the newest first. */
  ReadOnlyObjectProperty<List<RotationCase>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  BooleanExpression startableProperty() {
    return startable;
  }
}
