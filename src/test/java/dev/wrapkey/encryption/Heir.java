package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A volume that has inherited four of its five pages from another one, which another key wraps. */
abstract class Heir {

  static final VolumeId RESTORED = new VolumeId("/subscriptions/1/servers/orders-copy", "data");

  final PracticeKek original = new PracticeKek("https://v.vault.azure.net/keys/old/1");
  final PracticeKek own = new PracticeKek("https://v.vault.azure.net/keys/new/1");
  MemoryDisk source = MemoryDisk.of(new byte[0]);
  MemoryDisk disk = MemoryDisk.of(new byte[0]);

  /** Both key stores: each wrapped key goes to the one that wrapped it. */
  final KeyEncryptionKey both = by(own, original);

  static KeyEncryptionKey by(PracticeKek own, PracticeKek original) {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
        return own.wrap(dataKey);
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        return (wrapped.keyVersion().contains("/old/") ? original : own).unwrap(wrapped);
      }
    };
  }

  /** Five pages in three segments, four of which are inherited: two segments. */
  @BeforeEach
  void restore() throws KeyUnavailable {
    source = MemoryDisk.of(Given.image(5, original));
    disk = MemoryDisk.of(Opening.blank(RESTORED, own, Given.OPTIONS));
    try (Volume from = Given.open(source, original);
        Volume to = open()) {
      original.calls.clear();
      own.calls.clear();
      to.inherit(from, 4);
      assertThat(original.calls).isEmpty();
      assertThat(own.calls).isEmpty();
      requirePages(to, 0, 1, 2, 3);
    }
  }

  Volume open() throws KeyUnavailable {
    return open(disk, both);
  }

  static Volume open(MemoryDisk disk, KeyEncryptionKey key) throws KeyUnavailable {
    return Volume.open(disk, RESTORED, key, Given.OPTIONS);
  }

  static void requirePages(Volume volume, int... seeds) {
    assertThat(volume.pages()).isEqualTo(seeds.length);
    for (int i = 0; i < seeds.length; i++) {
      assertThat(volume.read(i)).as("page %d", i).isEqualTo(page(seeds[i]));
    }
  }

  List<String> wrappedBy() {
    return Facts.of(Given.PATH, disk).keys().stream()
        .map(key -> key.wrapped().keyVersion().contains("/old/") ? "old" : "new")
        .toList();
  }
}
