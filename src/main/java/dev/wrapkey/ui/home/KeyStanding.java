package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.List;

/**
 * Where the key version that a server uses stands among the versions of its key.
 *
 * @param kind see {@link Kind}
 * @param behind how many newer versions could be used; 0 unless the kind is BEHIND
 */
record KeyStanding(Kind kind, int behind) {

  /** What can be said of a version. */
  enum Kind {
    /** The server's key is the service's own. */
    SERVICE_MANAGED,
    /** Not known yet. */
    CHECKING,
    /** The server takes every new version by itself. */
    FOLLOWS_NEWEST,
    /** It is the newest one. */
    NEWEST,
    /** There are newer ones. */
    BEHIND,
    /** The key store does not tell us. */
    UNKNOWN
  }

  static final KeyStanding SERVICE_MANAGED = new KeyStanding(Kind.SERVICE_MANAGED, 0);
  static final KeyStanding CHECKING = new KeyStanding(Kind.CHECKING, 0);
  static final KeyStanding FOLLOWS_NEWEST = new KeyStanding(Kind.FOLLOWS_NEWEST, 0);
  static final KeyStanding NEWEST = new KeyStanding(Kind.NEWEST, 0);
  static final KeyStanding UNKNOWN = new KeyStanding(Kind.UNKNOWN, 0);

  /**
   * The standing of {@code used} among {@code versions}. A newer version that is switched off does
   * not count: no server could use it.
   *
   * @param versions all versions of the key, newest first
   */
  static KeyStanding of(KeyIdentifier used, List<Key> versions) {
    if (used.version().isEmpty()) {
      return FOLLOWS_NEWEST;
    }
    if (versions.stream().noneMatch(each -> each.id().version().equals(used.version()))) {
      return UNKNOWN;
    }
    long newer =
        versions.stream()
            .takeWhile(each -> !each.id().version().equals(used.version()))
            .filter(each -> each.life().enabled())
            .count();
    return newer == 0 ? NEWEST : new KeyStanding(Kind.BEHIND, (int) newer);
  }
}
