package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.report.Sheet;
import java.util.List;
import java.util.Locale;

/** What became of many servers, as a file. */
public final class WaveReport {

  private static final List<String> TITLES =
      List.of(
          "Server",
          "Resource group",
          "Subscription",
          "Region",
          "Wave",
          "State",
          "Step",
          "From",
          "To",
          "Started",
          "Ended",
          "Code",
          "Details");

  private WaveReport() {}

  /** Comma-separated values (RFC 4180), with a line of titles. */
  public static String csv(List<WaveRow> rows) {
    return sheet(rows).csv();
  }

  /** A page that needs nothing but itself. */
  public static String html(String title, List<WaveRow> rows) {
    return sheet(rows).html(title, summary(rows));
  }

  private static Sheet sheet(List<WaveRow> rows) {
    return new Sheet(TITLES, rows.stream().map(WaveReport::cells).toList());
  }

  /** How many there are of each state, in words. */
  public static String summary(List<WaveRow> rows) {
    StringBuilder text = new StringBuilder(rows.size() + " servers");
    for (WaveRow.State state : WaveRow.State.values()) {
      long number = rows.stream().filter(row -> row.state() == state).count();
      if (number > 0) {
        text.append(", ").append(number).append(' ').append(word(state));
      }
    }
    return text.append('.').toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> cells(WaveRow row) {
    return List.of(
        row.server().name(),
        row.server().resourceGroup(),
        row.server().subscription(),
        row.region(),
        row.wave() == 0 ? "canary" : String.valueOf(row.wave()),
        word(row.state()),
        row.step().map(RotationStep::id).orElse(""),
        row.from().toString(),
        row.to().toString(),
        row.started().map(Object::toString).orElse(""),
        row.ended().map(Object::toString).orElse(""),
        row.refusal().map(Refusal::code).orElse(""),
        row.refusal().map(Refusal::details).orElse(""));
  }
}
