package dev.wrapkey.ui.waves;

import dev.wrapkey.provisioning.KeyIdentifier;

/** Keys as people tell them from others. */
final class Keyed {

  private Keyed() {}

  /** Store, name, and the ends of the version. */
  static String brief(KeyIdentifier key) {
    return key.storeName()
        + "/"
        + key.key()
        + key.version().map(v -> "/" + v.substring(0, 4) + "…" + v.substring(28)).orElse("");
  }
}
