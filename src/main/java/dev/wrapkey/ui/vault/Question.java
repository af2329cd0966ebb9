package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.rules.KeyAct;
import java.util.List;
import java.util.Optional;

/**
 * What a person is about to do to a key.
 *
 * @param acts what it takes away, the first one names it; never empty
 * @param store where the key is
 * @param target the key, or with a version only that version
 * @param newest the newest version of the key, where there is one
 */
record Question(List<KeyAct> acts, KeyStore store, KeyIdentifier target, Optional<Key> newest) {

  static Question of(KeyAct act, KeyStore store, KeyIdentifier target, Optional<Key> newest) {
    return new Question(List.of(act), store, target, newest);
  }

  /** The act as it counts: without soft delete, to delete is to destroy. */
  KeyAct act() {
    KeyAct first = acts.getFirst();
    return first == KeyAct.DELETE && !store.protection().softDelete() ? KeyAct.PURGE : first;
  }
}
