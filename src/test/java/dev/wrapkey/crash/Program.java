package dev.wrapkey.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the program is started: as built, or from the compiled classes. */
sealed interface Program {

  /** The command line up to the arguments, for the first start and for all later ones. */
  List<String> command(boolean first);

  /**
   * The program that {@code -Dwrapkey.app} names, a folder such as {@code target/app}, or else the
   * classes that this test was compiled with.
   */
  static Program in(Path folder) throws IOException {
    String app = System.getProperty("wrapkey.app", "");
    return app.isEmpty()
        ? new Classes(ProgramJar.in(folder), folder.resolve("classes.jsa"))
        : new Shipped(Path.of(app).toAbsolutePath().resolve("bin").resolve("wrapkey"));
  }

  /** Its launcher becomes the JVM, so a kill meets the JVM. */
  record Shipped(Path launcher) implements Program {
    @Override
    public List<String> command(boolean first) {
      return List.of(launcher.toString());
    }
  }

  /** The first start leaves an archive of classes, which makes the later ones quicker. */
  record Classes(String path, Path archive) implements Program {
    @Override
    public List<String> command(boolean first) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
      command.add((first ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive);
      command.addAll(List.of("-cp", path, "dev.wrapkey.app.Main"));
      return command;
    }
  }
}
