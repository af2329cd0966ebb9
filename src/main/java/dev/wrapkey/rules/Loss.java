package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Rights;
import java.util.Map;
import java.util.Optional;

/** Something that somebody is about to do, and that may take keys away from servers. */
public sealed interface Loss {

  /** What is acted upon. */
  String target();

  /** Whether nothing brings back what it takes. */
  boolean isFinal();

  /**
   * To a key, or to one version of it.
   *
   * @param key with a version where only that version is concerned
   * @param newest the key's newest version; empty where it is not known, which is taken for the
   *     worst
   */
  record OfKey(KeyAct act, KeyIdentifier key, Optional<Key> newest) implements Loss {
    @Override
    public String target() {
      return key.key();
    }

    @Override
    public boolean isFinal() {
      return act.isFinal();
    }
  }

  /**
   * A vault or managed HSM is deleted, or, after that, purged.
   *
   * @param id of the store, deleted already or not
   * @param protection what guards it
   * @param purge whether it is purged too
   */
  record OfStore(ResourceId id, KeyStore.Kind kind, KeyStore.Protection protection, boolean purge)
      implements Loss {
    @Override
    public String target() {
      return id.name();
    }

    // Without soft delete, to delete is to destroy.
    @Override
    public boolean isFinal() {
      return purge || !protection.softDelete();
    }

    boolean holds(KeyIdentifier key) {
      String host = key.host().toLowerCase(java.util.Locale.ROOT);
      boolean hsm = kind == KeyStore.Kind.MANAGED_HSM;
      return host.startsWith(id.name().toLowerCase(java.util.Locale.ROOT) + ".")
          && host.contains(".managedhsm.") == hsm;
    }
  }

  /**
   * The network rules of a vault or managed HSM are changed.
   *
   * @param store as it is now
   * @param after who shall reach it
   */
  record OfNetwork(KeyStore store, KeyStore.Network after) implements Loss {
    @Override
    public String target() {
      return store.name();
    }

    @Override
    public boolean isFinal() {
      return false;
    }

    /** Whether servers, which come as a trusted service of Microsoft, are let in (CMK-8). */
    public boolean admitsServers() {
      return after != KeyStore.Network.SELECTED && after != KeyStore.Network.PRIVATE;
    }
  }

  /**
   * A role assignment or an access policy of an identity is removed.
   *
   * @param store where it was found
   * @param permit what is removed
   * @param left of every key for which the permit counts, by its versionless identifier: what the
   *     identity may do with it by its other permits
   */
  record OfPermit(
      KeyStore store, ManagedIdentity identity, Permit permit, Map<KeyIdentifier, Rights> left)
      implements Loss {

    public OfPermit {
      left = Map.copyOf(left);
    }

    @Override
    public String target() {
      return identity.name();
    }

    @Override
    public boolean isFinal() {
      return false;
    }

    boolean takes(KeyIdentifier key) {
      return left.containsKey(key.versionless()) && !left.get(key.versionless()).suffice();
    }
  }

  /** An identity is deleted. Another one of its name is another one (CMK-23). */
  record OfIdentity(ManagedIdentity identity) implements Loss {
    @Override
    public String target() {
      return identity.name();
    }

    // The servers can be given another identity.
    @Override
    public boolean isFinal() {
      return false;
    }
  }
}
