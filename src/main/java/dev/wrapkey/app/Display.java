package dev.wrapkey.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Display {

  private Display() {}

  /**
   * On Linux a screen shows itself by DISPLAY or WAYLAND_DISPLAY; elsewhere there always is one.
   */
  static boolean exists(String system, Map<String, String> environment) {
    return !system.toLowerCase(Locale.ROOT).contains("linux")
        || isSet(environment, "DISPLAY")
        || isSet(environment, "WAYLAND_DISPLAY");
  }

  static boolean existsHere() {
    return exists(System.getProperty("os.name"), System.getenv());
  }

  /** Tells JavaFX to draw without a screen; must come before the toolkit starts. */
  static void doWithout() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value != null && !value.isBlank();
  }
}
