package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;

/** The practice cloud's clock as the gateway steers it. */
final class Pace {

  private final VirtualTime time;
  private final PracticeCloud cloud;
  private volatile boolean instant;

  Pace(VirtualTime time, PracticeCloud cloud, Speed speed) {
    this.time = time;
    this.cloud = cloud;
    this.instant = speed.instant();
  }

  /** Where time is instant, ends everything that is under way. */
  void beforeRequest() {
    if (instant) {
      cloud.settle();
    }
  }

  Instant now() {
    return time.now();
  }

  /** Also when somebody else has changed how fast the clock runs. */
  Speed speed() {
    return instant ? Speed.INSTANT : new Speed(time.speed(), false);
  }

  void runAt(Speed wanted) {
    time.runAt(wanted.factor());
    instant = wanted.instant();
  }

  void advance(Duration length) {
    time.jump(length);
  }
}
