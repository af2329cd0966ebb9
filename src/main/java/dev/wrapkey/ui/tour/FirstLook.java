package dev.wrapkey.ui.tour;

import java.time.Duration;
import javafx.scene.control.Labeled;

/** What a person waits for when the program has been started. */
public final class FirstLook {

  private FirstLook() {}

  /**
   * Waits until the starter servers and the state of their keys are on the screen. Not to be called
   * on the toolkit's thread.
   *
   * @throws TourFailed if they do not come
   */
  public static void await(Duration patience) {
    Screen screen = new Screen(patience);
    for (String text : new String[] {"orders-pg", "Valid"}) {
      screen.await(
          text + " in the first window",
          () -> screen.find(Labeled.class, seen -> seen.contains(text)).isPresent());
    }
  }
}
