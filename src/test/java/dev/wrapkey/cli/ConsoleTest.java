package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void answersAndComplaintsGoSeparateWays() {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(answers), new PrintStream(complaints));
    console.say("tour: done");
    console.complain("no display");
    assertThat(answers.toString()).isEqualToIgnoringNewLines("tour: done");
    assertThat(complaints.toString()).isEqualToIgnoringNewLines("no display");
  }
}
