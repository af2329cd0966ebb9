package dev.wrapkey.ui.health;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;

/** Where a person can go from the page. */
public interface Destinations {

  /** The Data encryption page of a server. */
  void encryption(ResourceId server);

  /** How a server that lost its key comes back. */
  void recovery(ResourceId server);

  /** The guided rotation of a server. */
  void rotation(ResourceId server);

  void key(KeyStore store, KeyIdentifier key);

  void store(KeyStore store);

  /** What is written about a rule. */
  void rule(String id);
}
