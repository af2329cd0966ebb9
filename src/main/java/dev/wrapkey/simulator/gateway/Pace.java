package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;

/** The practice cloud's clock as the gateway steers it. */
final class Pace {

  private final VirtualTime time;
  private final PracticeCloud cloud;
  private volatile Speed speed;

  Pace(VirtualTime time, PracticeCloud cloud, Speed speed) {
    this.time = time;
    this.cloud = cloud;
    this.speed = speed;
  }

  /** Where time is instant, ends everything that is under way. */
  void beforeRequest() {
    if (speed.instant()) {
      cloud.settle();
    }
  }

  Instant now() {
    return time.now();
  }

  Speed speed() {
    return speed;
  }

  void runAt(Speed wanted) {
    time.runAt(wanted.factor());
    speed = wanted;
  }

  void advance(Duration length) {
    time.jump(length);
  }
}
