package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Rehearsing;
import dev.wrapkey.cli.Rehearsing.Act;
import dev.wrapkey.rehearsal.Scenario;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rehearsals at the command line, each call a program of its own. */
class PlayingTest {

  private final Path state = Practice.stateFolder();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private final Rehearsing playing =
      new Playing(new Console(new PrintStream(said, true), new PrintStream(complained, true)));

  @AfterEach
  void clear() {
    Landscapes.delete(state);
  }

  private int act(Act act) {
    said.reset();
    return playing.act(Optional.of(state), Scenario.KEY_DISABLED, act);
  }

  @Test
  void aRehearsalIsBegunCheckedAndGivenUpInProgramsOfTheirOwn() {
    assertThat(act(Act.CHECK)).isEqualTo(Rehearsing.BAD_INPUT);
    assertThat(complained.toString()).contains("key-disabled is not being played");
    assertThat(act(Act.BEGIN)).isEqualTo(Rehearsing.DONE);
    assertThat(said.toString()).contains("Monday morning").contains("rg-rehearsal-");
    assertThat(act(Act.CHECK)).isEqualTo(Rehearsing.NOT_YET);
    assertThat(said.toString()).contains("[ ] The key is enabled.").contains("[x] ");
    assertThat(act(Act.HINT)).isEqualTo(Rehearsing.DONE);
    assertThat(said.toString()).contains("Open the server.");
    assertThat(playing.list(Optional.of(state))).isEqualTo(Rehearsing.DONE);
    assertThat(said.toString()).contains("key-disabled").contains("Being played");
    assertThat(act(Act.GIVE_UP)).isEqualTo(Rehearsing.DONE);
    assertThat(act(Act.HINT)).isEqualTo(Rehearsing.BAD_INPUT);
  }
}
