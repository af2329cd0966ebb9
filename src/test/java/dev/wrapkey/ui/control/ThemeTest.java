package dev.wrapkey.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as in WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (parts of controls 3:1). */
class ThemeTest {

  private static final Pattern TOKEN = Pattern.compile("(-wk-[a-z-]+):\\s*([^;]+);");
  private static final Pattern USE = Pattern.compile("-wk-[a-z-]+");

  @ParameterizedTest
  @CsvSource({
    "text, page",
    "text, raised",
    "text, sunken",
    "text, hover",
    "text, selected",
    "text, pressed",
    "text-secondary, page",
    "text-secondary, raised",
    "text-secondary, hover",
    "text-secondary, selected",
    "link, page",
    "link, raised",
    "link, hover",
    "link, selected",
    "on-brand, brand",
    "on-brand, brand-hover",
    "on-brand, brand-pressed",
    "text, ok-fill",
    "text, warning-fill",
    "text, error-fill",
    "text, info-fill",
    "link, info-fill",
    "link, error-fill",
    "link, warning-fill",
    "link, ok-fill",
    "ok, page",
    "ok, raised",
    "warning-text, page",
    "warning-text, raised",
    "error, page",
    "error, raised",
    "info, page",
    "info, raised",
    "on-practice, practice",
    "on-practice, practice-stripe",
    "on-real, real"
  })
  void textIsReadableInBothThemes(String text, String ground) throws IOException {
    assertThat(contrast("light", text, ground)).as("light").isGreaterThanOrEqualTo(4.5);
    assertThat(contrast("dark", text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @CsvSource({
    "border, page",
    "border, raised",
    "border-hover, page",
    "border-hover, raised",
    "focus, page",
    "focus, raised",
    "focus, hover",
    "changed, page",
    "changed, raised",
    "error, page",
    "brand, page",
    "brand, raised",
    "ok, ok-fill",
    "warning, warning-fill",
    "warning, page",
    "error, error-fill",
    "info, info-fill",
    "on-practice, practice-stripe"
  })
  void bordersAndSignsAreSeenInBothThemes(String border, String ground) throws IOException {
    assertThat(contrast("light", border, ground)).as("light").isGreaterThanOrEqualTo(3);
    assertThat(contrast("dark", border, ground)).as("dark").isGreaterThanOrEqualTo(3);
  }

  @Test
  void bothThemesDefineTheSameTokens() throws IOException {
    assertThat(tokens("dark").keySet()).isEqualTo(tokens("light").keySet()).hasSizeGreaterThan(30);
  }

  @Test
  void theShapesUseOnlyTokensThatExistAndNoColourOfTheirOwn() throws IOException {
    String base = read("base");
    TreeSet<String> used = new TreeSet<>();
    USE.matcher(base).results().map(r -> r.group()).forEach(used::add);
    used.removeIf(name -> base.contains(name + ":"));
    assertThat(tokens("light").keySet()).containsAll(used);
    assertThat(base).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b").doesNotContain("rgb");
  }

  @Test
  void blackOnWhiteIsTwentyOneToOne() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
    assertThat(contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
  }

  private static double contrast(String theme, String one, String other) throws IOException {
    Map<String, String> tokens = tokens(theme);
    return contrast(Color.web(tokens.get("-wk-" + one)), Color.web(tokens.get("-wk-" + other)));
  }

  private static double contrast(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> tokens(String theme) throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    Matcher m = TOKEN.matcher(read(theme));
    while (m.find()) {
      tokens.put(m.group(1), m.group(2).strip());
    }
    return tokens;
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Theme.class.getResourceAsStream("/dev/wrapkey/theme/" + name + ".css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)/\\*.*?\\*/", "");
    }
  }
}
