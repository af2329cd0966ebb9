package dev.wrapkey.planted.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

final class InnocentClock {

  Instant given(Clock clock) {
    return Instant.now(clock).plusSeconds(1);
  }

  Date date() {
    return new Date(0);
  }

  boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }
}
