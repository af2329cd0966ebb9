package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void whatIsKeptIsRecalledAtTheNextStart() {
    Path file = folder.resolve("settings.properties");
    new Settings(file).keep("servers.columns", "name,Größe");
    assertThat(new Settings(file).recall("servers.columns", "")).isEqualTo("name,Größe");
    assertThat(new Settings(file).recall("dark", "unknown")).isEqualTo("unknown");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=\\uz", "a=b\0\0\0", "a=\u00e9"})
  void aDamagedFileIsSetAsideAndToldOnce(String damaged) throws IOException {
    Path file = folder.resolve("settings.properties");
    byte[] bytes = damaged.getBytes(StandardCharsets.ISO_8859_1); // of which é is no UTF-8
    Files.write(file, bytes);
    Settings settings = new Settings(file);
    assertThat(settings.recall("a", "nothing")).isEqualTo("nothing");
    Path aside = folder.resolve("settings.properties.broken");
    assertThat(aside).hasBinaryContent(bytes);
    settings.keep("a", "b");
    Settings next = new Settings(file);
    assertThat(next.recall("a", "nothing")).isEqualTo("b");
    assertThat(next.recall(Settings.SET_ASIDE, "")).isEqualTo(aside.toString());
  }

  @Test
  void aChangeThatWasNotFinishedLeavesTheFileBeforeIt() throws IOException {
    Path file = folder.resolve("settings.properties");
    new Settings(file).keep("a", "b");
    Files.writeString(folder.resolve("settings.properties.new"), "a=\\u");
    Settings next = new Settings(file);
    assertThat(next.recall("a", "nothing")).isEqualTo("b");
    next.keep("a", "c");
    assertThat(new Settings(file).recall("a", "nothing")).isEqualTo("c");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFolderThatCannotBeWrittenToDisturbsNobody() {
    Settings settings = new Settings(folder.resolve("missing").resolve("settings.properties"));
    settings.keep("a", "b");
    assertThat(settings.recall("a", "nothing")).isEqualTo("b");
  }
}
