package dev.wrapkey.rules;

import java.util.List;
import java.util.Optional;

/**
 * One rule of Azure's and everything that is written about it. Where documents disagree all of them
 * stand, and the newest of a profile rules it.
 *
 * @param id the name in the portal specification, for example {@code CMK-3}
 * @param statements what the documents say, at least one; within a profile the newest first
 */
public record Rule(String id, List<Statement> statements) {

  public Rule {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("nothing is said of " + id);
    }
  }

  /** What holds for the servers that are made today, or, where nothing does, for the others. */
  public Statement ruling() {
    return ruling(Profile.CURRENT).orElse(statements.getFirst());
  }

  /** What holds in a profile; empty if nothing is said there. */
  public Optional<Statement> ruling(Profile profile) {
    return statements.stream().filter(each -> each.profile() == profile).findFirst();
  }

  /** Whether this is said, but something newer holds in its profile. */
  public boolean isOverruled(Statement statement) {
    return ruling(statement.profile()).filter(newest -> !newest.agreesWith(statement)).isPresent();
  }

  /** How much it weighs today. */
  public Severity severity() {
    return ruling().severity();
  }

  /** The document that rules today, or "inferred" where none was found. */
  public String source() {
    return ruling().document().title();
  }

  /** That document's date, ISO 8601, as precise as it is known; empty if it has none. */
  public String date() {
    return ruling().document().date();
  }
}
