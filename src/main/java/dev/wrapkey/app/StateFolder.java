package dev.wrapkey.app;

import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.time.Time;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where each operating system wants a program to keep what it knows. */
final class StateFolder {

  private StateFolder() {}

  /**
   * The folder for this person on this machine.
   *
   * @param system the value of {@code os.name}
   * @param home the person's home folder
   * @param environment the environment variables
   */
  static Path of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return variable(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Wrapkey");
    }
    if (name.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Wrapkey");
    }
    return variable(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("wrapkey");
  }

  /**
   * The folder for what the program writes about itself, where the operating system wants logs.
   *
   * @param system the value of {@code os.name}
   * @param home the person's home folder
   * @param environment the environment variables
   */
  static Path logs(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return of(system, home, environment).resolve("Logs");
    }
    if (name.contains("mac")) {
      return home.resolve("Library").resolve("Logs").resolve("Wrapkey");
    }
    return variable(environment, "XDG_STATE_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("state"))
        .resolve("wrapkey")
        .resolve("log");
  }

  static Path logsOfThisMachine() {
    return logs(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  static Path ofThisMachine() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  /**
   * All that is kept about the practice cloud.
   *
   * @param named by the command line, if it was
   */
  static Path practice(Optional<Path> named) {
    return named.orElseGet(() -> ofThisMachine().resolve("practice"));
  }

  /**
   * All that is kept about real Azure: not in the practice cloud's folder, unless one was named.
   *
   * @param named by the command line, if it was
   */
  static Path azure(Optional<Path> named) {
    return named.orElseGet(StateFolder::ofThisMachine).resolve("azure");
  }

  /**
   * The record of changes.
   *
   * @param folder of all that the program keeps about a cloud
   */
  static ChangeRecord changes(Time time, Path folder) {
    return new ChangeRecord(folder.resolve(ChangeRecord.FOLDER), time, UUID::randomUUID);
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
