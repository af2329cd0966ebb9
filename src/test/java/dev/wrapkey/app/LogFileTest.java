package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  private static final String CANARY = "Canary7h3-S3cr3t";

  /** Of its message nobody knows what stands in it. */
  private static final class OfOurs extends Exception {
    private static final long serialVersionUID = 1L;

    OfOurs(String message) {
      super(message);
    }
  }

  @TempDir Path parent;

  private Path folder() {
    return parent.resolve("100% mine").resolve("log");
  }

  private static void say(LogFile log, Level level, String words) {
    LogRecord said = new LogRecord(level, words);
    said.setLoggerName("dev.wrapkey.test");
    log.publish(said);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(each -> each.toString().endsWith(".log")).sorted().toList();
    }
  }

  @Test
  void nothingIsOpenedBeforeThereIsSomethingToSay() {
    LogFile log = new LogFile(folder());
    say(log, Level.FINE, "too quiet");
    assertThat(folder()).doesNotExist();
    assertThat(LogFile.tail(folder(), 100)).isEmpty();
    log.close();
  }

  @Test
  void aLineSaysWhenHowBadAndWhoAndNoSecret() throws IOException {
    LogFile log = new LogFile(folder());
    LogRecord said = new LogRecord(Level.WARNING, "password={0}");
    said.setParameters(new Object[] {CANARY});
    said.setLoggerName("dev.wrapkey.test");
    said.setThrown(new IOException("Bearer " + CANARY, new OfOurs(CANARY)));
    log.publish(said);
    log.close();
    assertThat(files()).hasSize(1);
    assertThat(files().getFirst())
        .content()
        .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARNING dev.wrapkey.test: password=")
        .contains("java.io.IOException: Bearer [removed]", "OfOurs", "LogFileTest.java")
        .doesNotContain(CANARY);
  }

  @Test
  void fiveFilesOfAMegabyteAreEnough() throws IOException {
    LogFile log = new LogFile(folder());
    String long10000 = "words ".repeat(1700);
    for (int i = 0; i < 700; i++) {
      say(log, Level.INFO, i + " " + long10000 + i);
    }
    log.close();
    assertThat(files()).hasSize(5);
    for (Path each : files()) {
      assertThat(Files.size(each)).isLessThan(1_100_000);
    }
    assertThat(LogFile.tail(folder(), 25_000)).contains("words 699").hasSizeLessThan(25_001);
    assertThat(LogFile.tail(folder(), 25_000)).matches("(?s)^\\d{4}-.*");
  }

  @Test
  void aSecondProgramHasAFileOfItsOwn() throws Exception {
    LogFile log = new LogFile(folder());
    say(log, Level.INFO, "first");
    Process second =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                LogWriter.class.getName(),
                folder().toString())
            .redirectErrorStream(true)
            .start();
    for (int i = 0; i < 500; i++) {
      say(log, Level.INFO, "line of the first");
    }
    assertThat(new String(second.getInputStream().readAllBytes())).isEmpty();
    assertThat(second.waitFor()).isZero();
    log.close();
    assertThat(files()).hasSize(2);
    for (Path each : files()) {
      assertThat(lines(each)).hasSize(501).allMatch(line -> line.matches("\\d{4}-.*: \\w[\\w ]*"));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatCannotBeDisturbsNobody() throws IOException {
    Files.writeString(parent.resolve("file"), "");
    LogFile log = new LogFile(parent.resolve("file"));
    log.setErrorManager(
        new java.util.logging.ErrorManager() {
          @Override
          public void error(String words, Exception why, int code) {}
        });
    say(log, Level.INFO, "one");
    say(log, Level.INFO, "two");
    log.close();
    assertThat(parent.resolve("file")).isEmptyFile();
  }
}
