package dev.wrapkey.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system's own refusals become. */
class FileProblemTest {

  @TempDir Path folder;

  private interface Deed {
    void run() throws IOException;
  }

  private static String words(Deed deed) {
    try {
      deed.run();
      throw new AssertionError("it was done");
    } catch (IOException refused) {
      return FileProblem.of(refused);
    }
  }

  @Test
  void eachIsToldByItsFileAndInWords() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path gone = folder.resolve("gone").resolve("x");
    assertThat(words(() -> Files.createFile(gone))).isEqualTo(gone + ": no such file or folder");
    assertThat(words(() -> Files.createDirectory(file))).startsWith(file + ": it is there already");
    assertThat(words(() -> Files.createFile(file.resolve("x"))))
        .startsWith(file.resolve("x") + ": ")
        .doesNotContain("Exception");
    assertThat(FileProblem.reason(new java.nio.file.NoSuchFileException("/gone")))
        .isEqualTo("no such file or folder");
    assertThat(FileProblem.of(new java.nio.file.AccessDeniedException("/here")))
        .isEqualTo("/here: no permission");
    assertThat(FileProblem.of(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(FileProblem.of(null)).isEmpty();
  }
}
