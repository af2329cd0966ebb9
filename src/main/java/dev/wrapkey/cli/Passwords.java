package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret comes from: a file, the environment, or the person at the terminal. Never an
 * argument, which other programs can read.
 *
 * @param environment the environment variable
 * @param person asks at the terminal; empty if nobody is there
 */
public record Passwords(Supplier<Optional<Secret>> environment, Supplier<Optional<Secret>> person) {

  /** The same, and a person who is asked last. */
  Passwords orElse(Supplier<Optional<Secret>> somebody) {
    return new Passwords(environment, somebody);
  }

  /** Asks the person at the terminal, who types unseen; empty if there is none. */
  static Optional<Secret> atTerminal(String prompt) {
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal()
        ? Optional.ofNullable(terminal.readPassword(prompt)).map(c -> new Secret(new String(c)))
        : Optional.empty();
  }

  /** The secret of the environment, or of the person. */
  Optional<Secret> find() {
    return environment.get().or(person);
  }

  /**
   * The password.
   *
   * @param file whose first line it is; not asked for elsewhere then
   * @throws IOException if the file cannot be read
   */
  Optional<Secret> find(@Nullable Path file) throws IOException {
    if (file == null) {
      return find();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().filter(line -> !line.isEmpty()).map(Secret::new);
    }
  }
}
