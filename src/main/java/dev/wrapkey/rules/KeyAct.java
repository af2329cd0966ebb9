package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What takes a key, or one version of it, away from the servers that need it. */
public enum KeyAct {
  /** A version is switched off. */
  DISABLE,
  /** The expiration of a version is set to a moment that has passed. */
  EXPIRE,
  /** The activation of a version is set to a moment to come. */
  POSTPONE,
  /** A version may no longer wrap or unwrap. */
  RESTRICT,
  /** The key is deleted with all its versions and can be recovered for a while. */
  DELETE,
  /** The key is destroyed for good. */
  PURGE;

  private static final Set<String> NEEDED = Set.of("wrapKey", "unwrapKey");

  /** Whether nothing brings the key back afterwards. */
  public boolean isFinal() {
    return this == PURGE;
  }

  /**
   * What an edit takes away that the version can do now; empty if it takes nothing away.
   *
   * @param version as it is, in full
   */
  public static List<KeyAct> of(Key version, KeyEdit edit, Instant now) {
    List<KeyAct> acts = new ArrayList<>();
    Key.Life life = version.life();
    if (life.enabled() && edit.enabled().filter(on -> !on).isPresent()) {
      acts.add(DISABLE);
    }
    boolean expired = life.expires().filter(end -> !end.isAfter(now)).isPresent();
    if (!expired && edit.expires().filter(end -> !end.isAfter(now)).isPresent()) {
      acts.add(EXPIRE);
    }
    boolean waits = life.activates().filter(start -> start.isAfter(now)).isPresent();
    if (!waits && edit.activates().filter(start -> start.isAfter(now)).isPresent()) {
      acts.add(POSTPONE);
    }
    boolean wraps = version.operations().containsAll(NEEDED);
    if (wraps && edit.operations().filter(left -> !left.containsAll(NEEDED)).isPresent()) {
      acts.add(RESTRICT);
    }
    return List.copyOf(acts);
  }
}
