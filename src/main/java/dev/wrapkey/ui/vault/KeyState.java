package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.RotationPolicy;
import java.util.List;
import java.util.Optional;

/** What there is of a key. */
public sealed interface KeyState {

  /**
   * It exists.
   *
   * @param newest its newest version, in full
   * @param versions all, newest first
   * @param policy its rotation policy; empty where it is not told
   */
  record Living(Key newest, List<Key> versions, Optional<RotationPolicy> policy)
      implements KeyState {}

  /**
   * It was deleted and can be recovered.
   *
   * @param key until when
   */
  record Deleted(DeletedKey key) implements KeyState {}

  /** There is none of this name; whether one can be recovered the person may not know. */
  record Hidden() implements KeyState {}

  /** There is none of this name, and none to recover. */
  record Gone() implements KeyState {}
}
