package dev.wrapkey.ui.practice;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Lets a person move the practice clock, switch faults on and off, and start over. */
public final class Steering {

  /**
   * A fault as a person sees it.
   *
   * @param standing how it stands; empty if it is off
   */
  public record Row(
      PracticeSteering.Trouble trouble, Optional<PracticeSteering.Standing> standing) {}

  private record Seen(
      Optional<PracticeSteering.Due> next, List<PracticeSteering.Standing> standing) {}

  private final PracticeSteering steering;
  private final Tasks tasks;
  private final Runnable changed;
  private double before = 1;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Double> speed;
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());

  /**
   * @param changed what to do when servers and keys may have changed
   */
  public Steering(PracticeSteering steering, Tasks tasks, Runnable changed) {
    this.steering = steering;
    this.tasks = tasks;
    this.changed = changed;
    this.speed = new ReadOnlyObjectWrapper<>(steering.clock().speed());
  }

  /** Looks how fast the clock runs; to be called every second. */
  public void tick() {
    speed.set(steering.clock().speed());
  }

  /** Stops the clock, or lets it run as it ran before. */
  public void pauseOrResume() {
    double now = steering.clock().speed();
    steering.clock().runAt(now == PracticeClock.PAUSED ? before : PracticeClock.PAUSED);
    before = now == PracticeClock.PAUSED ? before : now;
    tick();
  }

  /** Looks again at what is due and which faults are on. */
  public void look() {
    tasks.run(() -> new Seen(steering.next(), steering.standing()), this::show, Steering::never);
  }

  private void show(Seen seen) {
    next.set(
        seen.next()
            .map(
                due ->
                    Texts.text(
                        "practice.next", Moments.utc(due.at()), due.what(), name(due.resource())))
            .orElseGet(() -> Texts.text("practice.next.none")));
    rows.set(
        steering.troubles().stream()
            .map(
                trouble ->
                    new Row(
                        trouble,
                        seen.standing().stream()
                            .filter(each -> each.id().equals(trouble.id()))
                            .findFirst()))
            .toList());
  }

  /** The last part of an identifier, and for a key's version the key too. */
  static String name(String resource) {
    String[] parts = resource.split("/");
    boolean version = parts.length > 2 && parts[parts.length - 1].matches("[0-9a-f]{32}");
    return version ? parts[parts.length - 2] : parts[parts.length - 1];
  }

  /** Moves the clock to the next thing that happens by itself. */
  public void jumpToNext() {
    run(
        () -> {
          Optional<PracticeSteering.Due> due = steering.next();
          due.ifPresent(d -> steering.jumpTo(d.at()));
          return due.map(
                  d ->
                      Texts.text(
                          "practice.jumped", Moments.utc(d.at()), d.what(), name(d.resource())))
              .orElseGet(() -> Texts.text("practice.next.none"));
        });
  }

  /** Moves the clock to something that happens by itself. */
  public void jumpTo(PracticeSteering.Due due) {
    run(
        () -> {
          steering.jumpTo(due.at());
          return Texts.text(
              "practice.jumped", Moments.utc(due.at()), due.what(), name(due.resource()));
        });
  }

  /** Moves the clock forward. */
  public void jump(Duration length) {
    run(
        () -> {
          steering.jump(length);
          return length.toMinutes() % 60 == 0
              ? Texts.text("practice.jumped.hours", length.toHours())
              : Texts.text("practice.jumped.length", Spell.words(length));
        });
  }

  /** Switches a fault on if it is off, and off if it is on. */
  public void toggle(Row row) {
    String id = row.trouble().id();
    run(
        () ->
            row.standing().isPresent()
                ? steering.switchOff(id).orElse("")
                : steering.switchOn(id).orElse(Texts.text("practice.fault.on", id)));
  }

  /** Sets everything back. */
  public void startOver() {
    run(
        () -> {
          steering.startOver();
          return Texts.text("practice.over.done");
        });
  }

  private void run(Callable<String> work) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    news.set("");
    tasks.run(
        work,
        words -> {
          busy.set(false);
          news.set(words);
          look();
          changed.run();
        },
        Steering::never);
  }

  private static void never(CloudFailure impossible) {
    throw impossible; // the practice cloud's own controls ask no cloud
  }

  /** While something is being done. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How fast the clock runs, as {@link PracticeClock#speed} says it. */
  public ReadOnlyObjectProperty<Double> speedProperty() {
    return speed.getReadOnlyProperty();
  }

  /** What will happen next by itself. */
  public ReadOnlyStringProperty nextProperty() {
    return next.getReadOnlyProperty();
  }

  /** What the last action did; empty before the first. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Every fault, in the cloud's order. */
  public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }
}
