package dev.wrapkey.cli;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people: a table, and below what is wrong the command that mends it. */
public final class CheckText {

  private static final int WIDTH = 100;
  private static final int INDENT = 19;

  private CheckText() {}

  /** The lines, none longer than 100 characters unless a single word or command is. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      List<Check> checks =
          report.checks().stream().filter(check -> check.purpose() == purpose).toList();
      if (!checks.isEmpty()) {
        lines.add(title(purpose));
        checks.forEach(check -> add(lines, check));
      }
    }
    lines.add(summary(report));
    return lines;
  }

  private static String title(Purpose purpose) {
    return switch (purpose) {
      case PRIMARY -> "Key";
      case GEO -> "Key of the geo-redundant backup";
      case SERVER -> "Server";
    };
  }

  private static void add(List<String> lines, Check check) {
    String head = "  %-7s  %-8s".formatted(word(check.verdict()), check.rule());
    StringBuilder line = new StringBuilder(head);
    for (String word : check.message().split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > INDENT) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(INDENT - 1));
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    check.remedy().map(Remedy::command).ifPresent(c -> lines.add(" ".repeat(INDENT) + c));
  }

  private static String word(Verdict verdict) {
    return verdict == Verdict.PASSED ? "ok" : verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String summary(Report report) {
    return "%d checks: %d passed, %d with advice, %d failed, %d unknown."
        .formatted(
            report.checks().size(),
            report.count(Verdict.PASSED),
            report.count(Verdict.ADVICE),
            report.count(Verdict.FAILED),
            report.count(Verdict.UNKNOWN));
  }
}
