package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.diagnosis.Cause;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/**
 * Why a key of the server does not work.
 *
 * @param purpose which key
 * @param cause why, and by what that is known
 * @param side what the server has
 */
record Trouble(Purpose purpose, Cause cause, Present.Side side) {

  Suspect suspect() {
    return cause.suspect();
  }

  Optional<KeyIdentifier> key() {
    return side.key();
  }

  /** The name of what is at fault. */
  String thing() {
    return switch (suspect()) {
      case IDENTITY_MISSING, NO_RIGHTS -> side.user().id().map(ResourceId::name).orElse("");
      case FIREWALL, STORE_UNSEEN -> key().map(KeyIdentifier::storeName).orElse("");
      default -> key().map(KeyIdentifier::key).orElse("");
    };
  }

  /** What the check has said that tells of it. */
  String message() {
    return cause.evidence().stream().findFirst().map(Check::message).orElse("");
  }
}
