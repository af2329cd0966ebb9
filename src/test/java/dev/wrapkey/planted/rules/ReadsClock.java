package dev.wrapkey.planted.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

final class ReadsClock {

  Instant instant() {
    return Instant.now();
  }

  LocalDate local() {
    return LocalDate.now();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  long nanos() {
    return System.nanoTime();
  }

  Date date() {
    return new Date();
  }

  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  void unit() throws InterruptedException {
    TimeUnit.DAYS.sleep(1);
  }

  void park() {
    LockSupport.parkNanos(1);
  }
}
