package dev.wrapkey.rotation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of the Azure CLI that does the same as a step. Places that are not known yet stand in
 * angle brackets. Sources: reference of {@code az keyvault key} and {@code az postgres
 * flexible-server}, azure-cli 2.79.
 *
 * @param words the arguments after {@code az}, unquoted
 */
public record AzCommand(List<String> words) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:-]+");

  public AzCommand {
    words = List.copyOf(words);
  }

  static AzCommand of(String... words) {
    return new AzCommand(List.of(words));
  }

  /** For bash, on one line. */
  public String bash() {
    return text(word -> "'" + word.replace("'", "'\\''") + "'");
  }

  /** For PowerShell, which takes typographic quotes for quotes, on one line. */
  public String powerShell() {
    return text(word -> "'" + word.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'");
  }

  private String text(UnaryOperator<String> quoted) {
    return "az "
        + words.stream()
            .map(word -> PLAIN.matcher(word).matches() ? word : quoted.apply(word))
            .collect(Collectors.joining(" "));
  }
}
