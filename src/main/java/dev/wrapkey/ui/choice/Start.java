package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import java.util.Optional;

/** What a server has, where a choice is a change of it. */
record Start(Optional<ManagedIdentity> identity, Optional<KeyIdentifier> key) {

  static final Start NOTHING = new Start(Optional.empty(), Optional.empty());
}
