package dev.wrapkey.rotation;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import java.time.Instant;
import java.util.function.Supplier;

/** What a server gets back, and whether it still can be used. */
final class WayBack {

  private WayBack() {}

  /**
   * What the server had before. A server that follows its key by itself cannot be told to follow an
   * older version: it is pinned to the one it had.
   */
  static DataEncryption target(RotationLedger.Entry entry) {
    DataEncryption back = entry.order().base();
    for (Purpose purpose : entry.order().newVersions()) {
      KeyIdentifier noted = entry.made().noted().get(purpose);
      boolean followed = Keys.key(back, purpose).filter(key -> key.version().isEmpty()).isPresent();
      if (followed && noted != null && entry.made().versions().containsKey(purpose)) {
        back = Keys.with(back, purpose, noted);
      }
    }
    return back;
  }

  /** How calls are made, with their retries. */
  interface Caller {
    <T> T call(Supplier<T> call);
  }

  /**
   * Looks at the versions that the server would get back.
   *
   * @throws CloudFailure {@link GuidedRotation#OLD_UNUSABLE} if one is disabled, expired, not
   *     active or deleted; what may not be seen is left to the service
   */
  static void requireUsable(RotationLedger.Entry entry, Cloud cloud, Caller caller, Instant now) {
    DataEncryption back = target(entry);
    for (Purpose purpose : entry.order().changed()) {
      KeyIdentifier key = Keys.key(back, purpose).orElseThrow();
      try {
        require(caller.call(() -> cloud.keyStores().get(key)), now);
      } catch (CloudFailure failure) {
        if (failure.kind() == Kind.NOT_FOUND) {
          throw refusal("gone", key);
        }
        if (failure.kind() != Kind.FORBIDDEN) {
          throw failure;
        }
      }
    }
  }

  private static void require(Key key, Instant now) {
    if (!key.life().enabled()) {
      throw refusal("disabled", key.id());
    }
    if (key.life().expires().filter(end -> !end.isAfter(now)).isPresent()) {
      throw refusal("expired", key.id());
    }
    if (key.life().activates().filter(start -> start.isAfter(now)).isPresent()) {
      throw refusal("early", key.id());
    }
  }

  private static CloudFailure refusal(String why, KeyIdentifier key) {
    return new CloudFailure(
        Kind.INVALID, GuidedRotation.OLD_UNUSABLE, Phrases.say("rotation.back." + why, key), "");
  }
}
