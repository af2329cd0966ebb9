package dev.wrapkey.app;

import dev.wrapkey.ui.Practice;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;

/** The same on a practice cloud of each test's own, for tests that break something in it. */
abstract class OwnWindowScreen extends WindowScreen {

  @AutoClose final Practice practice;

  OwnWindowScreen() {
    this(Desk::new);
  }

  OwnWindowScreen(Function<Practice, Desk> opening) {
    this(Practice.opened(), opening);
  }

  private OwnWindowScreen(Practice practice, Function<Practice, Desk> opening) {
    super(opening.apply(practice));
    this.practice = practice;
  }
}
