package dev.wrapkey.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be seen in a source file without compiling it. */
final class SourceRules {

  private static final Pattern NOT_NET = Pattern.compile("\\s*(//.*|\\*.*|/\\*.*|import .*|)");
  private static final Pattern PRETENCE = Pattern.compile("(?i)mock|fake");

  private SourceRules() {}

  /** Net lines: without blank lines, comments and imports. */
  static long net(List<String> lines) {
    return lines.stream().filter(line -> !NOT_NET.matcher(line).matches()).count();
  }

  /** A Java file may have 250 net lines, view models and handlers of the program 200, views 120. */
  static Optional<String> tooLong(Path file, List<String> lines) {
    long net = net(lines);
    int most = most(file.toString().replace('\\', '/'));
    return net > most
        ? Optional.of(file + ": " + net + " net lines, at most " + most)
        : Optional.empty();
  }

  private static int most(String file) {
    if (file.startsWith("src/test/") || file.startsWith("bench/")) {
      return 250;
    }
    if (file.endsWith("View.java")) {
      return 120;
    }
    boolean small = file.endsWith("ViewModel.java") || file.contains("/simulator/rest/");
    return small ? 200 : 250;
  }

  /** An FXML file may have 120 lines. */
  static Optional<String> tooLongFxml(Path file, List<String> lines) {
    return lines.size() > 120
        ? Optional.of(file + ": " + lines.size() + " lines")
        : Optional.empty();
  }

  /** The program does not pretend. */
  static Optional<String> pretends(Path file, List<String> lines) {
    return lines.stream()
        .filter(line -> PRETENCE.matcher(line).find())
        .findFirst()
        .map(line -> file + ": " + line.strip());
  }

  /** Every package is checked for null. */
  static Optional<String> lacksNullMarked(Path packageInfo, List<String> lines) {
    boolean marked =
        lines.stream()
            .anyMatch(line -> line.matches("@(org\\.jspecify\\.annotations\\.)?NullMarked"));
    return marked ? Optional.empty() : Optional.of(packageInfo + ": no @NullMarked");
  }

  /** There is one screen: test classes that work it say so, and wait for each other. */
  static Optional<String> sharesTheScreen(Path file, List<String> lines) {
    boolean knows = file.endsWith("OnScreen.java") || file.toString().contains("architecture");
    return !knows && lines.stream().anyMatch(line -> line.contains("ApplicationExtension"))
        ? Optional.of(file + ": @OnScreen instead of ApplicationExtension")
        : Optional.empty();
  }
}
