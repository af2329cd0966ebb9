package dev.wrapkey.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Which Wrapkey this is, and what it runs on.
 *
 * @param version as Maven wrote it
 * @param fingerprint SHA-256 of the program's archive; empty if it runs from class files
 * @param java name and version of the virtual machine
 * @param javafx version of JavaFX
 * @param system name, version and processor of the operating system
 */
public record Build(String version, String fingerprint, String java, String javafx, String system) {

  private static final String FILE = "/dev/wrapkey/version.properties";

  /** This one. */
  public static Build here(String fingerprint) {
    return new Build(
        number(),
        fingerprint,
        property("java.vm.name") + " " + property("java.runtime.version"),
        property("javafx.runtime.version"),
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
  }

  /** In one line, for a log. */
  public String line() {
    return "Wrapkey " + version + ", " + java + ", JavaFX " + javafx + ", " + system;
  }

  /** The version alone. */
  public static String number() {
    Properties build = new Properties();
    try (InputStream in = Build.class.getResourceAsStream(FILE)) {
      build.load(Objects.requireNonNull(in, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return build.getProperty("version");
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
