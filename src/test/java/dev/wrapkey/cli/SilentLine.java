package dev.wrapkey.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** A command line whose practice cloud only remembers what it was asked. */
abstract class SilentLine {

  final SilentPractice practice = new SilentPractice();
  final StringWriter err = new StringWriter();

  int run(String... arguments) {
    CommandLine line =
        WrapkeyCommand.commandLine(
            new NoDesktop(),
            practice,
            new Jobs(how -> 30, how -> 40, how -> 50, how -> 60, how -> 70, how -> 80),
            Secrets.standard());
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  record NoDesktop() implements Desktop {
    @Override
    public int open(Options options, java.util.Optional<java.nio.file.Path> plan) {
      throw new AssertionError("a window opens");
    }

    @Override
    public int tour(Options options, Path out) {
      throw new AssertionError("a tour starts");
    }

    @Override
    public int rehearse(Options options, Path folder, boolean window) {
      throw new AssertionError("a rehearsal starts");
    }
  }
}
