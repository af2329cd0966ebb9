package dev.wrapkey.time;

import java.time.ZoneId;

/** The time zone of the person at the screen. */
public final class Zone {

  private Zone() {}

  /** The zone that the operating system is set to. */
  public static ZoneId here() {
    return ZoneId.systemDefault();
  }
}
