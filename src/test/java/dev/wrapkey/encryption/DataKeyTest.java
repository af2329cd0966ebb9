package dev.wrapkey.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class DataKeyTest {

  private static final WrappedKey ANY =
      new WrappedKey("https://v.vault.azure.net/keys/k/1", "RSA-OAEP-256", new byte[1]);

  /** A key store that wraps by copying and remembers the arrays that it was given and gave. */
  private static final class Remembering implements KeyEncryptionKey {
    private final AtomicReference<byte[]> given = new AtomicReference<>();
    private final AtomicReference<byte[]> gave = new AtomicReference<>();
    private final int length;

    private Remembering(int length) {
      this.length = length;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) {
      given.set(dataKey);
      return new WrappedKey("https://v.vault.azure.net/keys/k/1", "RSA-OAEP-256", dataKey);
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
      gave.set(new byte[length]);
      Arrays.fill(gave.get(), (byte) 5);
      return gave.get();
    }
  }

  private static byte[] inside(DataKey key) throws ReflectiveOperationException {
    Field bytes = DataKey.class.getDeclaredField("bytes");
    bytes.setAccessible(true);
    return (byte[]) bytes.get(key);
  }

  @Test
  void aRandomKeyHas32BytesAndDiffersFromTheNext() throws Exception {
    try (DataKey one = DataKey.random(Given.RANDOM);
        DataKey two = DataKey.random(Given.RANDOM)) {
      assertThat(new Remembering(32).wrap(inside(one)).bytes()).hasSize(32);
      assertThat(one.matches(two)).isFalse();
      assertThat(one.matches(one)).isTrue();
    }
  }

  @Test
  void closingOverwritesTheBytesWithZeros() throws Exception {
    DataKey key = DataKey.random(Given.RANDOM);
    byte[] bytes = inside(key);
    assertThat(bytes).isNotEqualTo(new byte[32]);
    key.close();
    assertThat(bytes).isEqualTo(new byte[32]);
  }

  @Test
  void aClosedKeyCannotBeUsed() {
    DataKey key = DataKey.random(Given.RANDOM);
    key.close();
    key.close();
    assertThatThrownBy(() -> key.wrap(new Remembering(32)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.derive(new byte[16], "page"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.matches(key)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCopyThatWasWrappedIsZeroedAndTheKeyLivesOn() throws Exception {
    Remembering kek = new Remembering(32);
    try (DataKey key = DataKey.random(Given.RANDOM)) {
      byte[] wrapped = key.wrap(kek).bytes();
      assertThat(wrapped).isEqualTo(inside(key));
      assertThat(kek.given.get()).isEqualTo(new byte[32]);
      assertThat(inside(key)).isNotEqualTo(new byte[32]);
    }
  }

  @Test
  void whatTheKeyStoreUnwrappedIsZeroedOnceItIsTaken() throws Exception {
    Remembering kek = new Remembering(32);
    try (DataKey key = DataKey.unwrap(ANY, kek)) {
      assertThat(inside(key)).containsOnly(5);
      assertThat(kek.gave.get()).containsOnly(0);
    }
  }

  @Test
  void anUnwrappedKeyOfAnotherLengthIsRefusedAndZeroed() {
    for (int length : new int[] {0, 16, 31, 33, 64}) {
      Remembering kek = new Remembering(length);
      assertThatThrownBy(() -> DataKey.unwrap(ANY, kek)).isInstanceOf(KeyUnavailable.class);
      assertThat(kek.gave.get()).isEqualTo(new byte[length]);
    }
  }

  @Test
  void theKeyIsNotShownAsText() throws Exception {
    try (DataKey key = DataKey.random(Given.RANDOM)) {
      assertThat(key.toString()).doesNotContain(HexFormat.of().formatHex(inside(key), 0, 2));
      assertThat(key).hasToString("DataKey[not shown]");
    }
  }

  @Test
  void keysForOtherPurposesOrSaltsDiffer() {
    try (DataKey key = DataKey.random(Given.RANDOM)) {
      byte[] page = key.derive(new byte[16], "page");
      assertThat(page).hasSize(32).isEqualTo(key.derive(new byte[16], "page"));
      assertThat(key.derive(new byte[16], "header")).isNotEqualTo(page);
      assertThat(key.derive(new byte[] {1}, "page")).isNotEqualTo(page);
    }
  }

  @Test
  void closingAVolumeZeroesItsDataKeyAndItsPageKeys() throws Exception {
    PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
    Volume volume = Given.open(MemoryDisk.of(Given.image(1, kek)), kek);
    volume.read(0);
    List<byte[]> secrets = secrets(volume);
    assertThat(secrets).hasSize(4).doesNotHaveDuplicates().noneMatch(DataKeyTest::isZero);
    volume.close();
    assertThat(secrets).allMatch(DataKeyTest::isZero);
  }

  @Test
  void lockingAVolumeZeroesItsKeysAndItShowsNothing() throws Exception {
    PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
    Volume volume = Given.open(MemoryDisk.of(Given.image(1, kek)), kek);
    volume.read(0);
    List<byte[]> secrets = secrets(volume);
    volume.lock();
    assertThat(secrets).hasSize(4).allMatch(DataKeyTest::isZero);
    List<ThrowableAssert.ThrowingCallable> calls =
        List.of(
            () -> volume.read(0),
            () -> volume.stored(0),
            () -> volume.write(0, Given.page(1)),
            () -> volume.rewrap(kek),
            () -> volume.rekey(0),
            volume::pages,
            volume::keys,
            volume::wrapped);
    assertThat(calls).allSatisfy(c -> assertThatThrownBy(c).isInstanceOf(VolumeLocked.class));
    volume.close();
  }

  /** The volume key, the data key of the only segment, its page keys to seal and to open. */
  private static List<byte[]> secrets(Volume volume) throws ReflectiveOperationException {
    KeyRing keys = (KeyRing) field(field(volume, "store"), "keys");
    SegmentKey segment = keys.get(0);
    return List.of(
        inside(keys.volumeKey()),
        inside(segment.dataKey()),
        (byte[]) field(segment.sealing(), "bytes"),
        (byte[]) field(field(segment, "latest"), "bytes"));
  }

  private static boolean isZero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }

  private static Object field(Object holder, String name) throws ReflectiveOperationException {
    Field field = holder.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(holder);
  }
}
