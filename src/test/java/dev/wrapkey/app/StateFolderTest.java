package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import installer.Arguments;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {

  private static final Path HOME = Path.of("/home/ada");
  private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

  @Test
  void linuxFollowsTheXdgBaseDirectories() {
    assertThat(StateFolder.of("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/share/wrapkey"));
    assertThat(StateFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", ELSEWHERE.toString())))
        .isEqualTo(ELSEWHERE.resolve("wrapkey"));
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

  // The removal of the package, which is part of every upgrade, deletes the program's folder.
  @Test
  void onWindowsTheProgramLiesApartFromWhatPeopleHaveMade() {
    Path program = HOME.resolve("AppData/Local").resolve(Arguments.INSTALLED);
    Path state = StateFolder.of("Windows 11", HOME, Map.of());
    Path logs = StateFolder.logs("Windows 11", HOME, Map.of());
    assertThat(state.startsWith(program)).isFalse();
    assertThat(logs.startsWith(program)).isFalse();
    assertThat(program.startsWith(state)).isFalse();
  }

  @Test
  void logsLieWhereEachSystemWantsThem() {
    assertThat(StateFolder.logs("Linux", HOME, Map.of()))
        .isEqualTo(HOME.resolve(".local/state/wrapkey/log"));
    assertThat(StateFolder.logs("Linux", HOME, Map.of("XDG_STATE_HOME", ELSEWHERE.toString())))
        .isEqualTo(ELSEWHERE.resolve("wrapkey/log"));
    assertThat(StateFolder.logs("Mac OS X", HOME, Map.of()))
        .isEqualTo(HOME.resolve("Library/Logs/Wrapkey"));
    assertThat(StateFolder.logs("Windows 11", HOME, Map.of("LOCALAPPDATA", "/appdata")))
        .isEqualTo(Path.of("/appdata/Wrapkey/Logs"));
  }
}
