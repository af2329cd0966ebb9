package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import javafx.scene.Scene;

/**
 * Says at the terminal when the window can be used, for {@code bench/startup}: after its second
 * layout, when it has been drawn once. Only with {@code -Dwrapkey.usable=tell}.
 */
final class Usable implements Runnable {

  private final Scene scene;
  private int pulses;

  private Usable(Scene scene) {
    this.scene = scene;
  }

  static void tell(Scene scene) {
    if ("tell".equals(System.getProperty("wrapkey.usable"))) {
      scene.addPostLayoutPulseListener(new Usable(scene));
    }
  }

  @Override
  public void run() {
    pulses++;
    if (pulses == 2) {
      scene.removePostLayoutPulseListener(this);
      Console.standard().say("usable");
    }
  }
}
