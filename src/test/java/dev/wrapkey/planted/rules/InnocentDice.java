package dev.wrapkey.planted.rules;

import java.util.Random;

final class InnocentDice {

  int given(Random random) {
    return random.nextInt();
  }
}
