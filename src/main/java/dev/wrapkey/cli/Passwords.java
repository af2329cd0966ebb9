package dev.wrapkey.cli;

import dev.wrapkey.export.Export;
import dev.wrapkey.provisioning.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the administrator's password comes from: a file, the environment, or the person at the
 * terminal. Never an argument, which other programs can read.
 *
 * @param environment the environment variable
 * @param person asks at the terminal; empty if nobody is there
 */
record Passwords(Supplier<Optional<Secret>> environment, Supplier<Optional<Secret>> person) {

  private static final String PROMPT = "Password of the administrator: ";

  static Passwords standard() {
    return new Passwords(
        () ->
            Optional.ofNullable(System.getenv(Export.PASSWORD_VARIABLE))
                .filter(value -> !value.isEmpty())
                .map(Secret::new),
        Passwords::ask);
  }

  private static Optional<Secret> ask() {
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal()
        ? Optional.ofNullable(terminal.readPassword(PROMPT)).map(c -> new Secret(new String(c)))
        : Optional.empty();
  }

  /**
   * The password.
   *
   * @param file whose first line it is; not asked for elsewhere then
   * @throws IOException if the file cannot be read
   */
  Optional<Secret> find(@Nullable Path file) throws IOException {
    if (file == null) {
      return environment.get().or(person);
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().filter(line -> !line.isEmpty()).map(Secret::new);
    }
  }
}
