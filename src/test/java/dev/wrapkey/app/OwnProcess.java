package dev.wrapkey.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own, by the Java and with the classes of this one. */
final class OwnProcess {

  private OwnProcess() {}

  /**
   * Ready to be started.
   *
   * @param options for Java
   * @param arguments for the program, besides its state folder
   */
  static ProcessBuilder of(Path state, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options);
    command.addAll(
        List.of(
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "javafx.controls,javafx.fxml",
            "-classpath",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--state",
            state.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
