package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.RotationPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what there is of a key. Blocks; call it in the background.
 *
 * @param cloud where to look
 * @param store the key's store
 */
record KeyReader(Cloud cloud, KeyStore store) {

  KeyState read(KeyIdentifier key) {
    Key newest;
    try {
      newest = cloud.keyStores().get(key.versionless());
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        return buried(key);
      }
      throw failure;
    }
    List<Key> versions = cloud.keyStores().versions(store, key.key());
    return new KeyState.Living(newest, versions, policy(key));
  }

  // A store without soft delete knows no deleted keys and may refuse the question.
  private KeyState buried(KeyIdentifier key) {
    if (!store.protection().softDelete()) {
      return new KeyState.Gone();
    }
    try {
      return cloud
          .keyLife()
          .findDeleted(key)
          .<KeyState>map(KeyState.Deleted::new)
          .orElseGet(KeyState.Gone::new);
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.FORBIDDEN) {
        return new KeyState.Hidden();
      }
      throw failure;
    }
  }

  // Whoever may read keys need not have the right to read policies.
  private Optional<RotationPolicy> policy(KeyIdentifier key) {
    try {
      return Optional.of(cloud.keyLife().policy(key));
    } catch (CloudFailure refused) {
      return Optional.empty();
    }
  }
}
