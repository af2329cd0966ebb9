package dev.wrapkey.planted.rules;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

final class ThrowsDice {

  Random random() {
    return new Random();
  }

  SecureRandom secure() {
    return new SecureRandom();
  }

  int local() {
    return ThreadLocalRandom.current().nextInt();
  }

  double math() {
    return Math.random();
  }

  UUID uuid() {
    return UUID.randomUUID();
  }
}
