package dev.wrapkey.rules;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long the version before a rotation must stay usable (CMK-41), as the document that rules
 * says it.
 *
 * @param least at least so long after the last time data keys were wrapped anew
 * @param statement where it is said, with its document and date
 */
public record Overlap(Duration least, Statement statement) {

  private static final Pattern HOURS = Pattern.compile("\\b(\\d+) hours\\b");

  /**
   * What holds for a product.
   *
   * @throws IllegalArgumentException if no document says anything for it
   */
  public static Overlap of(Profile profile) {
    Statement statement =
        RulePack.rule("CMK-41")
            .ruling(profile)
            .orElseThrow(() -> new IllegalArgumentException("nothing is said for " + profile));
    Matcher said = HOURS.matcher(statement.says());
    if (!said.find()) {
      throw new IllegalStateException("no hours in: " + statement.says());
    }
    return new Overlap(Duration.ofHours(Long.parseLong(said.group(1))), statement);
  }
}
