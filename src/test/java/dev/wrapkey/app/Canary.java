package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A secret that is typed somewhere, and the places where it must not turn up: logs and files. */
final class Canary implements BeforeAllCallback, AfterAllCallback {

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private final String secret;
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Handler ear =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
          logged.add(formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger root = Logger.getLogger("");
  private final Logger program = Logger.getLogger("dev.wrapkey");
  private final Logger vendor = Logger.getLogger("com.azure");

  Canary(String secret) {
    this.secret = secret;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    logged.clear(); // one bird may serve several classes, and each has to hear it
    ear.setLevel(Level.ALL);
    root.addHandler(ear);
    program.setLevel(Level.ALL);
    vendor.setLevel(Level.ALL);
    vendor.setUseParentHandlers(false); // nobody wants to read it on the console
    vendor.addHandler(ear);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    vendor.removeHandler(ear);
    vendor.setUseParentHandlers(true);
    vendor.setLevel(Level.OFF);
    program.setLevel(null);
    root.removeHandler(ear);
    assertThat(logged).as("somebody did log").isNotEmpty();
  }

  /** No log line so far and no file below the folder holds the secret. */
  void hasFlownNowhere(Path folder) {
    assertThat(List.copyOf(logged)).noneMatch(line -> line.contains(secret));
    assertThat(filesWith(secret, folder)).isEmpty();
  }

  /** The search is no pretence: it finds a word that does lie in state and ledger. */
  void looksAt(Path folder, String word) {
    assertThat(filesWith(word, folder))
        .anyMatch(f -> f.startsWith(folder.resolve("cloud")))
        .anyMatch(f -> f.startsWith(folder.resolve("deployments")));
  }

  private static List<Path> filesWith(String word, Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(f -> holds(f, word)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      String bytes = latin(Files.readAllBytes(file));
      return CHARSETS.stream().anyMatch(c -> bytes.contains(latin(word.getBytes(c))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
