package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Waits until the window can be used: after its second layout, when it has been drawn once. With
 * {@code -Dwrapkey.usable=tell} it says so at the terminal, for {@code bench/startup}.
 */
final class Usable implements Runnable {

  private final Scene scene;
  private final Runnable then;
  private int pulses;

  private Usable(Scene scene, Runnable then) {
    this.scene = scene;
    this.then = then;
  }

  static void tell(Scene scene) {
    if ("tell".equals(System.getProperty("wrapkey.usable"))) {
      then(scene, () -> Console.standard().say("usable"));
    }
  }

  /** Does something once, as soon as the window can be used. */
  static void then(Scene scene, Runnable action) {
    scene.addPostLayoutPulseListener(new Usable(scene, action));
    Platform.requestNextPulse();
  }

  @Override
  public void run() {
    pulses++;
    if (pulses == 2) {
      scene.removePostLayoutPulseListener(this);
      then.run();
    } else {
      Platform.requestNextPulse(); // nothing else may ask for one
    }
  }
}
