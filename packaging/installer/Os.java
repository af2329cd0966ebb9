package installer;

import java.util.List;
import java.util.Locale;

/** A system that Wrapkey is packed for, by what differs between them. */
public enum Os {
  LINUX("wrapkey", "wrapkey-512.png", List.of("app-image")),
  WINDOWS("Wrapkey", "wrapkey.ico", List.of("msi", "exe")),
  MACOS("Wrapkey", "wrapkey.icns", List.of("dmg", "pkg"));

  private final String program;
  private final String icon;
  private final List<String> types;

  Os(String program, String icon, List<String> types) {
    this.program = program;
    this.icon = icon;
    this.types = types;
  }

  /** The one that this runs on. */
  public static Os here() {
    String name = System.getProperty("os.name");
    if (name.startsWith("Windows")) {
      return WINDOWS;
    }
    return name.startsWith("Mac") ? MACOS : LINUX;
  }

  public String program() {
    return program;
  }

  public String icon() {
    return icon;
  }

  /**
   * What jpackage makes of it; Linux's packages are made of the image, see {@link LinuxPackages}.
   */
  public List<String> types() {
    return types;
  }

  /** The folder below {@code packaging} with this system's files. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The version as the system takes it: three numbers at most, nothing behind them. macOS takes no
   * version that begins with 0, so there one is added to the first number, for good.
   */
  public String version(String version) {
    String numbers = version.replaceAll("-.*", "");
    if (this != MACOS) {
      return numbers;
    }
    int dot = numbers.indexOf('.');
    return Integer.parseInt(numbers.substring(0, dot)) + 1 + numbers.substring(dot);
  }
}
