package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is not as it should be, or could not be seen.
 *
 * @param rule the id of the rule that it breaks
 * @param purpose which of the server's keys it is about
 * @param urgency how bad it is; never {@link Urgency#GOOD}
 * @param message what is wrong and what to do, for the person at the screen; never a secret
 * @param breaks when it cuts the server off, where that is known
 * @param key the key that it is about, where that is not the one of its purpose
 * @param remedy what Wrapkey could do about it at once
 */
public record Gap(
    String rule,
    Purpose purpose,
    Urgency urgency,
    String message,
    Optional<Instant> breaks,
    Optional<KeyIdentifier> key,
    Optional<Remedy> remedy) {

  static Gap of(String rule, Purpose purpose, Urgency urgency, String message) {
    return new Gap(
        rule, purpose, urgency, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Gap breaking(Optional<Instant> when) {
    return new Gap(rule, purpose, urgency, message, when, key, remedy);
  }

  Gap about(KeyIdentifier other) {
    return new Gap(rule, purpose, urgency, message, breaks, Optional.of(other), remedy);
  }

  Gap mendedBy(Optional<Remedy> newRemedy) {
    return new Gap(rule, purpose, urgency, message, breaks, key, newRemedy);
  }

  /** Where it is mended while the server runs, the best way first. */
  public List<Way> ways() {
    return Ways.of(rule);
  }
}
