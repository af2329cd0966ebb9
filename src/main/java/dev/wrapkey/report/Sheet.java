package dev.wrapkey.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that becomes a file.
 *
 * @param titles of the columns
 * @param rows as many cells each as there are titles
 */
public record Sheet(List<String> titles, List<List<String>> rows) {

  private static final String PAGE =
      """
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
      """;

  /** Comma-separated values (RFC 4180), with a line of titles. */
  public String csv() {
    return csvLine(titles) + rows.stream().map(Sheet::csvLine).collect(Collectors.joining());
  }

  /**
   * A page that needs nothing but itself.
   *
   * @param title its heading
   * @param summary a sentence below
   */
  public String html(String title, String summary) {
    return PAGE.formatted(
        escaped(title),
        escaped(summary),
        titles.stream().map(t -> "<th>" + escaped(t) + "</th>").collect(Collectors.joining()),
        rows.stream().map(Sheet::htmlRow).collect(Collectors.joining()));
  }

  private static String csvLine(List<String> cells) {
    return cells.stream().map(Sheet::csvCell).collect(Collectors.joining(",")) + "\r\n";
  }

  // A spreadsheet takes a cell that begins like this for a formula.
  private static String csvCell(String cell) {
    String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static String htmlRow(List<String> cells) {
    return cells.stream()
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
}
