package dev.wrapkey.app;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** A person who walks over {@link EveryScreen}, which a class opens itself. */
abstract class EveryScreenWalk {

  final EveryScreen screens = new EveryScreen();

  @BeforeEach
  void sit(FxRobot robot) {
    screens.person(robot);
  }

  @AfterEach
  void close() {
    screens.close();
  }
}
