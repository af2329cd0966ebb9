package dev.wrapkey.provisioning;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One block of a role's actions, where {@code *} stands for anything and letter case does not
 * count.
 *
 * <p>Source: "Understand Azure role definitions", 2025.
 *
 * @param granted what it grants
 * @param excepted what it does not grant although {@code granted} says so
 */
public record ActionBlock(List<String> granted, List<String> excepted) {

  public boolean allows(String action) {
    return matches(granted, action) && !matches(excepted, action);
  }

  private static boolean matches(List<String> patterns, String action) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, action));
  }

  private static boolean matches(String pattern, String action) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(action).matches();
  }
}
