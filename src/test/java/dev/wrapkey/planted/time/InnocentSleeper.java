package dev.wrapkey.planted.time;

import java.time.Instant;

final class InnocentSleeper {

  Instant now() throws InterruptedException {
    Thread.sleep(1);
    return Instant.now();
  }
}
