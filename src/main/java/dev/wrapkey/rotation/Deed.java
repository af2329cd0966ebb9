package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ResourceId;

/** Something that a step does, as facts that a screen can put into words. */
public sealed interface Deed {

  /** Holds every rule against what there is; changes nothing. */
  record Check(ResourceId server, DataEncryption wanted) implements Deed {}

  /**
   * Has a key store make a new version.
   *
   * @param key without a version
   */
  record MakeVersion(Purpose purpose, KeyIdentifier key) implements Deed {}

  /**
   * Waits until an identity can use a key.
   *
   * @param key without a version where the newest is meant, or one that is not made yet
   */
  record AwaitAccess(Purpose purpose, KeyIdentifier key, ResourceId identity) implements Deed {}

  /** Sends the server its new keys, all together. */
  record Send(ResourceId server, DataEncryption from, DataEncryption to) implements Deed {}

  /**
   * Waits until the server has adopted the newest version by itself.
   *
   * @param key without a version
   */
  record AwaitFollowing(Purpose purpose, KeyIdentifier key) implements Deed {}

  /**
   * Reads the server back.
   *
   * @param provable whether it can be seen which version wraps its data keys
   */
  record ReadBack(ResourceId server, DataEncryption expected, boolean provable) implements Deed {}
}
