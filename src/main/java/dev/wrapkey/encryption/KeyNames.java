package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The key versions and algorithms that wrapped the data keys of a volume, each once, in one block:
 * how many (8 bytes), then so many entries of 546 bytes, each key version (514) and algorithm (32),
 * texts.
 */
final class KeyNames {

  static final int MAX = 15;

  private final List<Name> names = new ArrayList<>();
  private boolean changed;

  /** What is said beside wrapped bytes. */
  record Name(String keyVersion, String algorithm) {
    static Name of(WrappedKey wrapped) {
      return new Name(wrapped.keyVersion(), wrapped.algorithm());
    }
  }

  static KeyNames read(ByteBuffer in) {
    KeyNames read = new KeyNames();
    long count = in.getLong();
    if (count < 0 || count > MAX) {
      throw new IllegalArgumentException("names");
    }
    for (int i = 0; i < count; i++) {
      read.names.add(
          new Name(
              Fields.text(in, KeyEntry.MAX_KEY_VERSION), Fields.text(in, KeyEntry.MAX_ALGORITHM)));
    }
    return read;
  }

  Name get(int index) {
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException("name");
    }
    return names.get(index);
  }

  /** The place of a name; negative if it is new. */
  int find(Name name) {
    return names.indexOf(name);
  }

  /** The place of a new name: one that nobody in {@code used} has, or another one. */
  int add(Name name, Set<Integer> used) {
    changed = true;
    for (int place = 0; place < names.size(); place++) {
      if (!used.contains(place)) {
        names.set(place, name);
        return place;
      }
    }
    if (names.size() == MAX) {
      throw new IllegalStateException(
          "the data keys of a volume are under at most " + MAX + " key versions; rotate them");
    }
    names.add(name);
    return names.size() - 1;
  }

  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(Blocks.SIZE);
    out.putLong(names.size());
    for (Name name : names) {
      Fields.putText(out, name.keyVersion(), KeyEntry.MAX_KEY_VERSION);
      Fields.putText(out, name.algorithm(), KeyEntry.MAX_ALGORITHM);
    }
    return out.array();
  }
}
