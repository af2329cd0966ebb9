package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxFollowsTheXdgBaseDirectories() {
    assertThat(StateFolder.of("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/share/wrapkey"));
    assertThat(StateFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/wrapkey"));
  }

  @Test
  void aRelativeXdgFolderIsIgnoredAsTheSpecificationDemands() {
    assertThat(StateFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "data")))
        .isEqualTo(HOME.resolve(".local/share/wrapkey"));
  }

  @Test
  void macUsesApplicationSupport() {
    assertThat(StateFolder.of("Mac OS X", HOME, Map.of()))
        .isEqualTo(HOME.resolve("Library/Application Support/Wrapkey"));
  }

  @Test
  void windowsUsesLocalAppData() {
    assertThat(StateFolder.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "/appdata")))
        .isEqualTo(Path.of("/appdata/Wrapkey"));
    assertThat(StateFolder.of("Windows 11", HOME, Map.of()))
        .isEqualTo(HOME.resolve("AppData/Local/Wrapkey"));
  }

  @Test
  void logsLieWhereEachSystemWantsThem() {
    assertThat(StateFolder.logs("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/state/wrapkey/log"));
    assertThat(StateFolder.logs("Linux", HOME, Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(Path.of("/state/wrapkey/log"));
    assertThat(StateFolder.logs("Mac OS X", HOME, Map.of()))
        .isEqualTo(HOME.resolve("Library/Logs/Wrapkey"));
    assertThat(StateFolder.logs("Windows 11", HOME, Map.of("LOCALAPPDATA", "/appdata")))
        .isEqualTo(Path.of("/appdata/Wrapkey/Logs"));
  }
}
