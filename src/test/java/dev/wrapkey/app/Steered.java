package dev.wrapkey.app;

import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.practice.PracticeSteering;

/** The program's own way to steer a test's practice cloud, for tests of other packages. */
public final class Steered {

  private Steered() {}

  public static PracticeSteering by(Practice practice) {
    return new Wheel(practice.itself(), practice.time());
  }
}
