package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import java.util.Optional;

/**
 * Why a key of the server does not work, as far as it can be seen (portal specification 7.2).
 *
 * @param purpose which key
 * @param kind why
 * @param thing the name of what is at fault
 * @param key the key in question
 * @param successor a newer version of the key that can be used, if there is one
 */
record Cause(
    Purpose purpose,
    Kind kind,
    String thing,
    Optional<KeyIdentifier> key,
    Optional<KeyIdentifier> successor) {

  /** The causes that can be seen from outside the service. */
  enum Kind {
    /** INA-1. */
    KEY_EXPIRED,
    /** INA-2: there is a newer version that works. */
    VERSION_EXPIRED,
    /** INA-3. */
    STORE_MISSING,
    /** INA-4. */
    KEY_MISSING,
    /** INA-4. */
    KEY_DISABLED,
    /** INA-9. */
    KEY_NOT_ACTIVE,
    /** INA-5. */
    IDENTITY_MISSING,
    /** INA-6 and INA-7. */
    RIGHTS_MISSING,
    /** INA-8. */
    FIREWALL
  }
}
