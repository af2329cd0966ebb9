package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.view.Texts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The time of the practice cloud in words, and how fast it runs. */
public final class PracticeBarViewModel {

  /** The speeds on offer. */
  public static final List<Double> SPEEDS =
      List.of(PracticeClock.PAUSED, 1.0, 60.0, 600.0, PracticeClock.INSTANT);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern(Texts.text("shell.practice.clock"), Texts.locale())
          .withZone(ZoneOffset.UTC);

  private final PracticeClock clock;
  private final OtherPrograms programs;
  private final Runnable manage;
  private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Double> speed = new SimpleObjectProperty<>();

  /**
   * @param manage opens the page about the practice cloud
   */
  public PracticeBarViewModel(PracticeClock clock, OtherPrograms programs, Runnable manage) {
    this.clock = clock;
    this.programs = programs;
    this.manage = manage;
    speed.set(clock.speed());
    speed.subscribe(
        chosen -> {
          if (chosen != clock.speed()) {
            clock.runAt(chosen);
          }
          tick();
        });
  }

  /** Looks again at the clock and at other programs; the view calls this every second. */
  public void tick() {
    speed.set(clock.speed());
    programs.look();
    time.set(Texts.text("shell.practice.time", UTC.format(clock.now())));
  }

  /** Opens the page about the practice cloud. */
  public void manage() {
    manage.run();
  }

  OtherPrograms programs() {
    return programs;
  }

  public ReadOnlyStringProperty timeProperty() {
    return time.getReadOnlyProperty();
  }

  public ObjectProperty<Double> speedProperty() {
    return speed;
  }

  /** A speed in words. */
  public static String words(double speed) {
    if (speed == PracticeClock.PAUSED) {
      return Texts.text("shell.practice.still");
    }
    if (speed == PracticeClock.INSTANT) {
      return Texts.text("shell.practice.instant");
    }
    return speed == 1
        ? Texts.text("shell.practice.real")
        : Texts.text("shell.practice.times", speed);
  }
}
