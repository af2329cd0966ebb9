package dev.wrapkey.keyfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Another implementation of everything: the openssl command of this machine, in a folder. */
public final class OpenSsl {

  private final Path folder;

  /** Skips the test, with the reason, where there is no openssl. */
  public OpenSsl(Path folder) {
    this.folder = folder;
    Assumptions.assumeTrue(isThere(), "no openssl on this machine: skipped");
  }

  private static boolean isThere() {
    try {
      return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs a command; its words are separated by single blanks. */
  public OpenSsl run(String words) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words.split(" ")));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openssl.log").toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(
            words + ": " + Files.readString(folder.resolve("openssl.log")).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted");
    }
    return this;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }
}
