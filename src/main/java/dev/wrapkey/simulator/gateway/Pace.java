package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.world.Agenda;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The practice cloud's clock as the gateway steers it. */
final class Pace {

  private final VirtualTime time;
  private final PracticeCloud cloud;

  Pace(VirtualTime time, PracticeCloud cloud, Speed speed) {
    this.time = time;
    this.cloud = cloud;
    runAt(speed);
  }

  /** Where time is instant, ends everything that is under way. */
  void beforeRequest() {
    if (time.isSkipping()) {
      cloud.settle();
    }
  }

  Instant now() {
    return time.now();
  }

  /** Also when somebody else has changed how fast the clock runs. */
  Speed speed() {
    if (time.isHeld()) {
      return Speed.PAUSED;
    }
    return time.isSkipping() ? Speed.INSTANT : new Speed(time.speed(), false);
  }

  void runAt(Speed wanted) {
    if (wanted.paused()) {
      time.hold();
    } else if (wanted.instant()) {
      time.skip();
    } else {
      time.runAt(wanted.factor());
    }
  }

  void advance(Duration length) {
    time.jump(length);
  }

  /** Moves the clock to a moment, unless it is past it. */
  void reach(Instant moment) {
    Duration wait = Duration.between(time.now(), moment);
    if (wait.isPositive()) {
      time.jump(wait);
    }
  }

  Optional<Agenda.Due> next() {
    return cloud.next();
  }

  List<Agenda.Due> upcoming() {
    return cloud.upcoming();
  }

  /**
   * How long to wait on the wall clock until a length of the practice clock has passed; where that
   * clock stands still, or jumps over waits, it is moved instead.
   */
  Duration wait(Duration practice) {
    double factor = time.speed();
    if (practice.isZero() || factor == 0 || time.isSkipping()) {
      reach(time.now().plus(practice));
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) (practice.toNanos() / factor));
  }
}
