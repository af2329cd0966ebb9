package dev.wrapkey.health;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import java.util.Optional;

/**
 * A further key that a server's data is still under since it was restored (CMK-32).
 *
 * @param key with its version where that is known
 * @param store its key store; empty where the account does not see it
 */
public record Needed(KeyIdentifier key, Optional<KeyStore> store) {}
