package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where the key pane leads. */
@FunctionalInterface
public interface Exits {

  /** A key was picked; without a version if versions are followed automatically. */
  void picked(KeyIdentifier key);

  /**
   * The person would rather type an identifier.
   *
   * @param beginning as much of it as is known
   */
  default void type(String beginning) {}

  /** The way to the page of a key, where there are such pages. */
  default Optional<BiConsumer<KeyStore, KeyIdentifier>> pages() {
    return Optional.empty();
  }
}
