package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.preflight.recovery.Rescue;
import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.practice.PracticeSteering;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Brings a server back that lost its key: finds the cause, does the documented steps when a person
 * says so, and watches until the service has noticed.
 */
public final class RecoveryViewModel {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final ResourceId id;
  private final Optional<PracticeSteering> steering;
  private final RecoveryReader reader;
  private final Doing doing;
  private final Countdown countdown;
  private final Listing<ManagedIdentity> identities;
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(Standing.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable Findings> findings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Course> course = new ReadOnlyObjectWrapper<>(Course.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Deed> deed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
  private Instant looked = Instant.EPOCH;
  private Running current = new Running();
  private Exits exits = Exits.NONE;

  /**
   * @param time the cloud's clock
   * @param steering the practice cloud's own, which knows when a server looks at its key; empty for
   *     real Azure
   * @param pointing changes the keys of servers
   */
  public RecoveryViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      ResourceId id,
      Optional<PracticeSteering> steering,
      Pointing pointing) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    this.id = id;
    this.steering = steering;
    reader = new RecoveryReader(cloud, time, id, steering, tasks.background());
    doing = new Doing(tasks, new Rescue(cloud, time), pointing);
    countdown = new Countdown(time);
    identities = new Listing<>(tasks);
  }

  /** Where the page leads. */
  public void leadTo(Exits ways) {
    exits = ways;
  }

  Exits exits() {
    return exits;
  }

  ResourceId id() {
    return id;
  }

  /** Looks at the server and for what is wrong with its keys. */
  public void look() {
    if (isBusy()) {
      return;
    }
    current.cancel();
    Running mine = new Running();
    current = mine;
    looking.set(true);
    failure.set(null);
    tasks.run(mine, () -> reader.read(mine.cancellation()), this::arrived, this::failed);
  }

  private void arrived(Findings found) {
    looking.set(false);
    looked = time.now();
    boolean wasTroubled = standing.get().isTroubled();
    course.set(course.get().after(found));
    findings.set(found);
    countdown.take(found);
    standing.set(of(found, wasTroubled || standing.get() == Standing.BACK));
    if (course.get().has(Suspect.IDENTITY_MISSING)
        && identities.stateProperty().get() == Listing.State.IDLE) {
      identities.load((stop, page) -> cloud.identities().list(id.subscription(), stop, page));
    }
    show();
  }

  private static Standing of(Findings found, boolean wasTroubled) {
    if (!found.server().encryption().isCustomerManaged()) {
      return Standing.SERVICE_MANAGED;
    }
    if (found.isLost()) {
      return Standing.LOST;
    }
    return found.isTroubled() ? Standing.THREATENED : wasTroubled ? Standing.BACK : Standing.FINE;
  }

  private void failed(CloudFailure why) {
    looking.set(false);
    looked = time.now();
    failure.set(why);
    if (findings.get() == null) {
      standing.set(Standing.UNKNOWN);
    }
  }

  private boolean isBusy() {
    Deed now = deed.get();
    return now != null && now.isRunning();
  }

  /**
   * To be called every second while the page is seen: counts down, and looks whether the server is
   * back.
   */
  public void tick() {
    show();
    boolean late = !time.now().isBefore(looked.plus(BETWEEN_LOOKS)) || countdown.isOver();
    if (standing.get().isTroubled() && late && !looking.get() && !isBusy()) {
      looked = time.now();
      current = tasks.run(() -> cloud.servers().get(id), this::glanced, this::failed);
    }
  }

  // Everything is looked at only where the server has something new to say: that is many requests.
  private void glanced(Server now) {
    Findings last = findings.get();
    boolean same =
        last != null
            && last.server().state().equals(now.state())
            && last.server().encryption().equals(now.encryption());
    if (!same || countdown.isOver()) {
      look();
    }
  }

  private void show() {
    next.set(countdown.words(standing.get()));
  }

  /** Asks before a step is done. */
  void ask(Way way, Step step) {
    if (!isBusy()) {
      failure.set(null);
      step.act().ifPresent(act -> deed.set(new Deed(way, step, act, false)));
    }
  }

  /** Does nothing after all. */
  void keep() {
    if (!isBusy()) {
      deed.set(null);
    }
  }

  /** Does what was asked about, then looks again. */
  void confirm() {
    Deed asked = deed.get();
    if (asked == null || asked.isRunning()) {
      return;
    }
    deed.set(asked.running());
    current.cancel();
    looking.set(false);
    current = new Running();
    doing.run(
        asked.act(),
        current,
        () -> done(asked),
        why -> {
          deed.set(null);
          failure.set(why);
        });
  }

  private void done(Deed ended) {
    deed.set(null);
    countdown.mended();
    course.set(course.get().done(ended.way(), ended.step()));
    look();
  }

  /** Takes an identity in the place of one that is gone. */
  void choose(Way way, ManagedIdentity identity) {
    Findings now = findings.get();
    if (now != null && !isBusy()) {
      Running mine = new Running();
      tasks.run(
          mine,
          () -> reader.with(way, now, identity, mine.cancellation()),
          further -> course.set(course.get().with(further)),
          failure::set);
    }
  }

  /** Moves the practice clock to where the service looks next. */
  void jump() {
    tasks.run(
        () -> {
          steering.ifPresent(this::jump);
          return time.now();
        },
        _ -> look(),
        this::failed);
  }

  private void jump(PracticeSteering practice) {
    practice.nextLook(id.toString()).ifPresent(practice::jumpTo);
  }

  Listing<ManagedIdentity> identities() {
    return identities;
  }

  ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Findings> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Course> courseProperty() {
    return course.getReadOnlyProperty();
  }

  /** The step that a person has reached for. */
  ReadOnlyObjectProperty<@Nullable Deed> deedProperty() {
    return deed.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** True while it is being looked. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** How long until the service looks; empty where nothing is to be waited for. */
  ReadOnlyStringProperty nextProperty() {
    return next.getReadOnlyProperty();
  }
}
