package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aDamagedFileIsAnEmptyMemoryAndIsReplaced() throws IOException {
    Path file = folder.resolve("settings.properties");
    Files.write(file, new byte[] {'a', '=', '\\', 'u', 'z', (byte) 0xff});
    Settings settings = new Settings(file);
    assertThat(settings.recall("a", "nothing")).isEqualTo("nothing");
    settings.keep("a", "b");
    assertThat(new Settings(file).recall("a", "nothing")).isEqualTo("b");
  }

  @Test
  void aFolderThatCannotBeWrittenToDisturbsNobody() {
    Settings settings = new Settings(folder.resolve("missing").resolve("settings.properties"));
    settings.keep("a", "b");
    assertThat(settings.recall("a", "nothing")).isEqualTo("b");
  }
}
