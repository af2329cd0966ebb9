package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.recovery.Act;
import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;

/**
 * A step that a person has reached for.
 *
 * @param way which it is a step of
 * @param step the step
 * @param act what Wrapkey will do
 * @param isRunning false while the person is still to confirm it
 */
record Deed(Way way, Step step, Act act, boolean isRunning) {

  boolean isAbout(Way other, Step one) {
    return way.isOf(other) && step.kind() == one.kind();
  }

  Deed running() {
    return new Deed(way, step, act, true);
  }
}
