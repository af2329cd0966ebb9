package dev.wrapkey.cli;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthFile;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.HealthReport;
import dev.wrapkey.health.KeyHealth;
import dev.wrapkey.health.Urgency;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A survey for people: a line for each key, and below it what is wrong and the command that mends
 * it.
 */
public final class HealthText {

  private static final int WIDTH = 100;
  private static final int INDENT = 20;

  private HealthText() {}

  /** The lines, none longer than 100 characters unless a single word or command is. */
  public static List<String> lines(HealthReport report) {
    List<String> lines = new ArrayList<>();
    for (HealthLine line : report.lines()) {
      lines.add(head(line, report));
      line.gaps().stream()
          .filter(gap -> gap.urgency() != Urgency.ADVICE)
          .forEach(gap -> add(lines, gap));
    }
    lines.add(HealthFile.of(report).summary());
    return lines;
  }

  private static String head(HealthLine line, HealthReport report) {
    String use = line.purpose() == Purpose.GEO ? " (geo backup)" : "";
    String key =
        line.key()
            .map(
                each ->
                    "%s/%s".formatted(each.key().storeName(), each.key().key())
                        + more(each, report))
            .orElse("service-managed key");
    return "%-8s  %s%s: %s".formatted(word(line.urgency()), line.server().name(), use, key);
  }

  private static String more(KeyHealth key, HealthReport report) {
    StringBuilder text = new StringBuilder();
    text.append(key.followsNewest() ? ", follows the newest version" : "");
    if (key.standing().behind() > 0) {
      text.append(", ").append(key.standing().behind()).append(" behind");
    }
    key.status().ifPresent(status -> text.append(", ").append(status));
    key.daysLeft(report.at())
        .ifPresent(days -> text.append(days < 0 ? ", expired" : ", expires in " + days + " days"));
    return text.toString();
  }

  private static void add(List<String> lines, Gap gap) {
    StringBuilder line =
        new StringBuilder("  %-7s  %-8s".formatted(word(gap.urgency()), gap.rule()));
    for (String word : gap.message().split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > INDENT) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(INDENT - 1));
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    gap.remedy().map(Remedy::command).ifPresent(c -> lines.add(" ".repeat(INDENT) + c));
  }

  private static String word(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }
}
