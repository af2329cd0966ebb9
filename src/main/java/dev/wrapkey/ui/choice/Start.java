package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server has, where a choice is a change of it. */
record Start(Optional<ManagedIdentity> identity, Optional<KeyIdentifier> key) {

  static final Start NOTHING = new Start(Optional.empty(), Optional.empty());

  /** Whether a server has another identity; false where there is no server. */
  boolean isOther(@Nullable ManagedIdentity now) {
    return this != NOTHING && !identity.equals(Optional.ofNullable(now));
  }

  static boolean isPinned(KeyIdentifier key) {
    return key.version().isPresent();
  }
}
