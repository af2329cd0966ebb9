package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.ID;
import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

  @TempDir private Path folder;
  private final PracticeKek first = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private final PracticeKek second = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  private Path file;

  @BeforeEach
  void fiveSealedPages() throws KeyUnavailable {
    file = folder.resolve("data.vol");
    try (Volume volume = Volume.create(file, ID, first, Given.RANDOM)) {
      volume.write(0, Given.pages(5));
    }
    first.calls.clear();
  }

  private List<byte[]> stored(PracticeKek kek) throws KeyUnavailable {
    try (Volume volume = Volume.open(file, ID, kek, Given.RANDOM)) {
      return IntStream.range(0, 5).mapToObj(volume::stored).toList();
    }
  }

  @Test
  void rotationChangesTheWrappedKeysAndNotOneByteOfAPage() throws Exception {
    VolumeFacts before = Volume.facts(file);
    List<byte[]> pages = stored(first);

    Volume.rotate(file, ID, first, second, Given.RANDOM);

    VolumeFacts after = Volume.facts(file);
    assertThat(stored(second)).usingRecursiveComparison().isEqualTo(pages);
    assertThat(after.digest()).isEqualTo(before.digest());
    assertThat(after.wrapped().bytes()).isNotEqualTo(before.wrapped().bytes());
    assertThat(after.wrapped().keyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/2");
    assertThat(after.rotations()).isEqualTo(1);
    assertThat(after.pagesRewritten()).isZero();
  }

  @Test
  void theReportSaysWhatTheKeyStoresSaw() throws KeyUnavailable {
    RotationReport report = Volume.rotate(file, ID, first, second, Given.RANDOM);

    assertThat(first.calls).containsExactly("unwrapKey", "unwrapKey");
    assertThat(second.calls).containsExactly("wrapKey", "unwrapKey", "wrapKey", "unwrapKey");
    assertThat(report.bytesRewritten())
        .as("two headers, names, keys, their directory")
        .isEqualTo(2 * 8192 + 3 * 8236);
    assertThat(report.complete()).isTrue();
    assertThat(report.keyOperations()).isEqualTo(first.calls.size() + second.calls.size());
    assertThat(report.keysRewrapped()).isEqualTo(2);
    assertThat(report.pagesRewritten()).isZero();
    assertThat(report.fromKeyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/1");
    assertThat(report.toKeyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/2");
  }

  @Test
  void afterwardsOnlyTheNewKeyOpensTheVolume() throws KeyUnavailable {
    Volume.rotate(file, ID, first, second, Given.RANDOM);
    try (Volume volume = Volume.open(file, ID, second, Given.RANDOM)) {
      assertThat(volume.read(4)).isEqualTo(page(4));
    }
    assertThatThrownBy(() -> Volume.open(file, ID, first, Given.RANDOM))
        .isInstanceOf(KeyUnavailable.class);
  }

  @Test
  void pagesWrittenBetweenRotationsStay() throws KeyUnavailable {
    PracticeKek from = first;
    for (int round = 0; round < 5; round++) {
      try (Volume volume = Volume.open(file, ID, from, Given.RANDOM)) {
        volume.write(round, page(100 + round));
      }
      PracticeKek to = new PracticeKek("https://v.vault.azure.net/keys/k/r" + round);
      Volume.rotate(file, ID, from, to, Given.RANDOM);
      from = to;
    }
    try (Volume volume = Volume.open(file, ID, from, Given.RANDOM)) {
      for (int page = 0; page < 5; page++) {
        assertThat(volume.read(page)).isEqualTo(page(100 + page));
      }
    }
    assertThat(Volume.facts(file).rotations()).isEqualTo(5);
  }

  @Test
  void anOpenVolumeIsRewrappedWithoutTheOldKey() throws KeyUnavailable {
    try (Volume volume = Volume.open(file, ID, first, Given.RANDOM)) {
      String digest = Volume.facts(file).digest();
      first.refusesUnwrap = true;
      RotationReport report = volume.rewrap(second);
      assertThat(report.keyOperations()).isEqualTo(4);
      assertThat(volume.wrapped().keyVersion()).isEqualTo("https://v.vault.azure.net/keys/k/2");
      assertThat(Volume.facts(file).digest()).isEqualTo(digest);
      volume.write(0, page(77));
      assertThat(volume.read(0)).isEqualTo(page(77));
    }
    try (Volume volume = Volume.open(file, ID, second, Given.RANDOM)) {
      assertThat(volume.read(0)).isEqualTo(page(77));
    }
  }

  @Test
  void aKeyThatRefusesToWrapLeavesTheOldWrappingInForce() throws Exception {
    byte[] before = Files.readAllBytes(file);
    second.refusesWrap = true;
    refusedAndUnchanged(before);
  }

  @Test
  void aKeyThatRefusesToUnwrapWhatItWrappedLeavesTheOldWrappingInForce() throws Exception {
    byte[] before = Files.readAllBytes(file);
    second.refusesUnwrap = true;
    refusedAndUnchanged(before);
  }

  @Test
  void aKeyThatGivesAnotherKeyBackLeavesTheOldWrappingInForce() throws Exception {
    byte[] before = Files.readAllBytes(file);
    second.givesAnotherKeyBack = true;
    refusedAndUnchanged(before);
  }

  @Test
  void anOldKeyThatIsGoneLeavesEverythingAsItWas() throws Exception {
    byte[] before = Files.readAllBytes(file);
    first.refusesUnwrap = true;
    assertThatThrownBy(() -> Volume.rotate(file, ID, first, second, Given.RANDOM))
        .isInstanceOf(KeyUnavailable.class);
    assertThat(second.calls).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aKeyIdentifierTooLongForTheHeaderLeavesTheOldWrappingInForce() throws Exception {
    PracticeKek endless = new PracticeKek("https://v.vault.azure.net/keys/" + "k".repeat(600));
    try (Volume volume = Volume.open(file, ID, first, Given.RANDOM)) {
      assertThatThrownBy(() -> volume.rewrap(endless)).isInstanceOf(IllegalArgumentException.class);
      assertThat(volume.read(0)).isEqualTo(page(0));
    }
    assertThat(Volume.facts(file).wrapped().keyVersion())
        .isEqualTo("https://v.vault.azure.net/keys/k/1");
  }

  private void refusedAndUnchanged(byte[] before) throws Exception {
    assertThatThrownBy(() -> Volume.rotate(file, ID, first, second, Given.RANDOM))
        .isInstanceOf(KeyUnavailable.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Volume volume = Volume.open(file, ID, first, Given.RANDOM)) {
      assertThat(volume.read(0)).isEqualTo(page(0));
    }
  }
}
