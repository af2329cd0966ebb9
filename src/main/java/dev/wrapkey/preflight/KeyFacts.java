package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Grants;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RotationPolicy;
import java.util.List;
import java.util.Optional;

/** What one key, its store and its identity are like now. */
final class KeyFacts {

  /**
   * Which key and which identity, and where.
   *
   * @param purpose what for
   * @param key versioned or not
   * @param identity who uses it
   * @param region the short name of the region it must be in
   */
  record Use(Purpose purpose, KeyIdentifier key, ResourceId identity, String region) {}

  private final Use use;
  private final Fact<Optional<Key>> key;
  private final Fact<KeyStore> store;
  private final Fact<Optional<ManagedIdentity>> identity;
  private final Fact<Optional<Grants>> grants;
  private final Fact<List<Lock>> locks;
  private final Fact<Boolean> logged;
  private final Fact<RotationPolicy> policy;

  KeyFacts(Use use, Inquiry inquiry, StoreSearch search) {
    this.use = use;
    key = new Fact<>(() -> inquiry.find(cloud -> cloud.keyStores().get(use.key())));
    store = new Fact<>(() -> search.find(use.key()));
    identity = new Fact<>(() -> inquiry.find(cloud -> cloud.identities().get(use.identity())));
    grants = new Fact<>(() -> grants(inquiry));
    locks = new Fact<>(() -> inquiry.ask(cloud -> cloud.safeguards().locks(store.get().id())));
    logged = new Fact<>(() -> inquiry.ask(cloud -> cloud.safeguards().isLogged(store.get())));
    policy = new Fact<>(() -> inquiry.ask(cloud -> cloud.keyLife().policy(use.key())));
  }

  private Optional<Grants> grants(Inquiry inquiry) {
    return seenStore()
        .flatMap(
            in ->
                seenIdentity()
                    .map(
                        who ->
                            inquiry.ask(cloud -> cloud.safeguards().grants(in, use.key(), who))));
  }

  Use use() {
    return use;
  }

  Purpose purpose() {
    return use.purpose();
  }

  /** The version that would be used; empty if there is none. */
  Fact<Optional<Key>> key() {
    return key;
  }

  /** Its key store; FORBIDDEN if the account sees none of that name. */
  Fact<KeyStore> store() {
    return store;
  }

  /** Empty if there is none. */
  Fact<Optional<ManagedIdentity>> identity() {
    return identity;
  }

  /** Empty while store or identity are not known. */
  Fact<Optional<Grants>> grants() {
    return grants;
  }

  Fact<List<Lock>> locks() {
    return locks;
  }

  Fact<Boolean> logged() {
    return logged;
  }

  Fact<RotationPolicy> policy() {
    return policy;
  }

  /** The key, if it is there and can be looked at. */
  Optional<Key> seenKey() {
    return key.ifSeen().flatMap(found -> found);
  }

  Optional<KeyStore> seenStore() {
    return store.ifSeen();
  }

  Optional<ManagedIdentity> seenIdentity() {
    return identity.ifSeen().flatMap(found -> found);
  }
}
