package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a window where there is no display gets a sentence, and nothing is changed. */
@EnabledOnOs(OS.LINUX) // elsewhere there always is one
class NoDisplayTest {

  @TempDir Path folder;

  private Process wrapkey(List<String> options, String... arguments) throws IOException {
    ProcessBuilder builder =
        OwnProcess.of(folder.resolve("state"), options, List.of(arguments))
            .directory(folder.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder.start();
  }

  private static String refused(Process process) throws Exception {
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("WARNING: ")) // of Java
            .reduce("", String::concat);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }

  @Test
  void aWindowOnOnesOwnFolderIsRefusedAndTheFolderIsNotTouched() throws Exception {
    for (List<String> options : List.of(List.<String>of(), List.of("-Dwrapkey.tour=pictures"))) {
      assertThat(refused(wrapkey(options)))
          .startsWith("There is no display")
          .contains("wrapkey tour --out DIR")
          .doesNotContain("tour:");
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void aPlanIsNotDroppedSilently() throws Exception {
    Path plan = Files.createFile(folder.resolve("orders.wrapkey.json"));
    assertThat(refused(wrapkey(List.of(), plan.toString())))
        .startsWith("There is no display")
        .contains("wrapkey check --plan FILE");
    assertThat(files()).containsExactly("orders.wrapkey.json");
  }

  @Test
  void aTourThatCannotWriteItsPicturesSaysWhichFolderIsAtFault() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path out = file.resolve("pictures");
    assertThat(refused(wrapkey(List.of(), "tour", "--out", out.toString())))
        .startsWith("--out: no pictures can be written to " + out)
        .doesNotContain("Exception", "--state");
    assertThat(files()).containsExactly("file");
  }
}
