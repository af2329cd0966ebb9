package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a block of metadata lies and what its SHA-256 is: 40 bytes. */
record Root(long block, byte[] hash) {

  static final int SIZE = Long.BYTES + Digests.SHA256;

  Root {
    hash = hash.clone();
  }

  @Override
  public byte[] hash() {
    return hash.clone();
  }

  static Root of(long block, byte[] bytes) {
    return new Root(block, Digests.sha256(bytes, bytes.length));
  }

  boolean fits(byte[] bytes) {
    return Arrays.equals(hash, Digests.sha256(bytes, bytes.length));
  }

  static List<Root> list(ByteBuffer in, int count) {
    List<Root> roots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] hash = new byte[Digests.SHA256];
      long block = in.getLong();
      in.get(hash);
      roots.add(new Root(block, hash));
    }
    return roots;
  }

  static void put(ByteBuffer out, List<Root> roots) {
    roots.forEach(root -> out.putLong(root.block).put(root.hash));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Root that && block == that.block && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(block) + Arrays.hashCode(hash);
  }
}
