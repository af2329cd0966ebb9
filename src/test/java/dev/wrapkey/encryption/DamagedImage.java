package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;

/** The file of four sealed pages, to be damaged and opened again. */
abstract class DamagedImage {

  static final int BODY = 2 * 8192;
  static final int BLOCK = 28 + 8192 + 16;

  final PracticeKek kek = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  byte[] image;

  @BeforeEach
  void fourSealedPages() throws KeyUnavailable {
    image = Given.image(4, kek);
  }

  Volume open(byte[] bytes) throws KeyUnavailable {
    return Given.open(MemoryDisk.of(bytes), kek);
  }

  static byte[] stored(byte[] bytes, int page) throws KeyUnavailable {
    try (Volume volume =
        Given.open(MemoryDisk.of(bytes), new PracticeKek("https://v.vault.azure.net/keys/k/1"))) {
      return volume.stored(page);
    }
  }

  /** Where the bytes of a page begin in the file. */
  static int placeOf(byte[] bytes, int page) throws KeyUnavailable {
    byte[] wanted = stored(bytes, page);
    for (int at = BODY; at + BLOCK <= bytes.length; at += BLOCK) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, at, at + BLOCK))) {
        return at;
      }
    }
    throw new AssertionError("page " + page + " is not in the file");
  }

  byte[] withBlock(byte[] block, int at) {
    byte[] changed = image.clone();
    System.arraycopy(block, 0, changed, at, BLOCK);
    return changed;
  }

  void pageIsDamaged(byte[] bytes, int page) throws KeyUnavailable {
    try (Volume volume = open(bytes)) {
      assertThatThrownBy(() -> volume.read(page))
          .isInstanceOfSatisfying(
              VolumeDamaged.class,
              damage -> {
                assertThat(damage.page()).isEqualTo(OptionalLong.of(page));
                assertThat(damage.file()).isEqualTo(Given.PATH);
                assertThat(damage).hasMessageContaining("data.vol, page " + page + ": ");
              });
    }
  }

  void readAll(byte[] bytes) throws KeyUnavailable {
    try (Volume volume = open(bytes)) {
      for (int page = 0; page < 4; page++) {
        assertThat(volume.read(page)).isEqualTo(page(page));
      }
    }
  }

  /** Where the names, the directories and the chunks of both tables begin that are in force. */
  static List<Integer> metadata(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int names = BODY + (int) in.getLong(640) * BLOCK;
    int keys = BODY + (int) in.getLong(680) * BLOCK;
    int pages = BODY + (int) in.getLong(1320) * BLOCK;
    int keyChunk = BODY + (int) in.getLong(keys) * BLOCK;
    int pageChunk = BODY + (int) in.getLong(pages) * BLOCK;
    return List.of(names, keys, pages, keyChunk, pageChunk);
  }
}
