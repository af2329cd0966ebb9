package dev.wrapkey.ui.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The fonts of the operating system. JavaFX style sheets know no list of fallbacks, so the first
 * family that is installed is chosen here.
 *
 * @param text the face of all words
 * @param strong the face of headings; a semibold one where the system has it as a family of its own
 * @param title the face of large headings
 * @param mono the face of identifiers
 * @param size pixels of body text: 13, or 12 for faces that are drawn larger than others of the
 *     same size
 */
record Typeface(String text, String strong, String title, String mono, int size) {

  private static final List<String> TEXT =
      List.of(
          "Segoe UI",
          ".SF NS",
          "SF Pro Text",
          "Helvetica Neue",
          "Inter",
          "Noto Sans",
          "Cantarell",
          "DejaVu Sans");
  private static final List<String> MONO =
      List.of(
          "Cascadia Mono",
          "Consolas",
          "SF Mono",
          "Menlo",
          "JetBrains Mono",
          "Noto Sans Mono",
          "DejaVu Sans Mono");
  private static final Set<String> LARGE = Set.of("DejaVu Sans", "Verdana");

  static Typeface ofThisComputer() {
    return from(Font.getFamilies());
  }

  static Typeface from(List<String> installed) {
    String text = first(TEXT, installed, "System");
    String semibold = first(List.of(text + " Semibold"), installed, text);
    return new Typeface(
        text,
        semibold,
        first(List.of(text + " Semibold", text + " Condensed"), installed, text),
        first(MONO, installed, "Monospaced"),
        LARGE.contains(text) ? 12 : 13);
  }

  /** This choice as a style sheet. */
  String stylesheet() {
    String css =
        """
        .root { -fx-font-family: "%s"; -fx-font-size: %dpx; }
        .tooltip { -fx-font-size: %dpx; }
        .mono { -fx-font-family: "%s"; }
        .page-title { -fx-font-family: "%s"; -fx-font-weight: bold; }
        .strong, .section-head, .card-title, .primary, .tab:selected {
          -fx-font-family: "%s"; -fx-font-weight: bold;
        }
        """
            .formatted(text, size, size, mono, title, strong);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String first(List<String> wanted, List<String> installed, String otherwise) {
    return wanted.stream().filter(installed::contains).findFirst().orElse(otherwise);
  }
}
