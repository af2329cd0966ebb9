package dev.wrapkey.rules;

/**
 * What one document says of a rule.
 *
 * @param profile whose rule it is
 * @param severity how much it weighs there
 * @param document where it is written down
 * @param says what it says, in one or two sentences
 */
public record Statement(Profile profile, Severity severity, Document document, String says) {

  /** Whether both demand the same, whatever they come from. */
  public boolean agreesWith(Statement other) {
    return severity == other.severity && says.equals(other.says);
  }
}
