package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
    StringBuilder text = new StringBuilder(line(TITLES));
    rows.forEach(row -> text.append(line(cells(row))));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(WaveReport::csvCell).collect(Collectors.joining(",")) + "\r\n";
  }

  // A spreadsheet takes a cell that begins like this for a formula.
  private static String csvCell(String cell) {
    String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /** A page that needs nothing but itself. */
  public static String html(String title, List<WaveRow> rows) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>%1$s</title>
    <style>
    body { font: 14px "Segoe UI", system-ui, sans-serif; margin: 2em; color: #323130; }
    table { border-collapse: collapse; }
    th, td { border-bottom: 1px solid #edebe9; padding: 4px 10px; text-align: left; vertical-align: top; }
    td { word-break: break-word; }
    </style>
    </head>
    <body>
    <h1>%1$s</h1>
    <p>%2$s</p>
    <table>
    <thead><tr>%3$s</tr></thead>
    <tbody>
    %4$s</tbody>
    </table>
    </body>
    </html>
    """
        .formatted(
            escaped(title),
            escaped(summary(rows)),
            TITLES.stream().map(t -> "<th>" + t + "</th>").collect(Collectors.joining()),
            rows.stream().map(WaveReport::htmlRow).collect(Collectors.joining()));
  }

  private static String htmlRow(WaveRow row) {
    return cells(row).stream()
            .map(cell -> "<td>" + escaped(cell) + "</td>")
            .collect(Collectors.joining("", "<tr>", "</tr>"))
        + "\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
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
