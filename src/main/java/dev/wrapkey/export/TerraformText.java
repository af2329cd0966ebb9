package dev.wrapkey.export;

import java.util.stream.Collectors;

/** Texts in Terraform's language, where {@code ${} and {@code %{} begin templates. */
final class TerraformText {

  private TerraformText() {}

  static String quoted(String text) {
    return "\""
        + text.codePoints()
            .mapToObj(TerraformText::escaped)
            .collect(Collectors.joining())
            .replace("${", "$${")
            .replace("%{", "%%{")
        + "\"";
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(c) || c == 0x2028 || c == 0x2029
              ? "\\u%04x".formatted(c)
              : Character.toString(c);
    };
  }
}
