package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InsideDamageTest extends InsideScene {

  @Test
  void aDisabledKeyLocksThePageButTheVolumeIsStillDescribed() {
    practice.administrator().enable(KeyIdentifier.of(storage().wrapped().keyVersion()), false);
    inside.refresh();
    assertThat(inside.shownProperty().get()).isEmpty();
    assertThat(inside.storageProperty().get()).isPresent();
  }

  @Test
  void aPageThatCannotBeOpenedIsShownAsItLiesOnDiskWithTheReason() {
    byte[] stored = page().stored();
    assertThat(inside.unopenedProperty().get()).isEmpty();
    practice.administrator().enable(KeyIdentifier.of(storage().wrapped().keyVersion()), false);
    inside.refresh();
    Inspector.Unopened unopened = inside.unopenedProperty().get().orElseThrow();
    assertThat(unopened.stored()).isEqualTo(stored);
    assertThat(unopened.why()).startsWith("KeyDisabled: ");
  }

  @Test
  void verifyingOpensEveryPageAndSaysSo() {
    inside.verify();
    VolumeWork.News news = inside.checking().newsProperty().get().orElseThrow();
    assertThat(news)
        .isEqualTo(new VolumeWork.News(true, "All 64 pages are what was last written there."));
    assertThat(inside.checking().busyProperty().get()).isFalse();
    assertThat(inside.checking().progressProperty().get()).isEqualTo(1);
    inside.choose(inside.volumes().getLast());
    assertThat(inside.checking().newsProperty().get()).as("of another volume").isEmpty();
  }

  @Test
  void verifyingNamesTheDamagedPages() throws Exception {
    Path file = Path.of(storage().file());
    byte[] image = Files.readAllBytes(file);
    int at = latin(image).indexOf(latin(page().stored()));
    image[at + 1000] ^= 1;
    Files.write(file, image);
    inside.verify();
    assertThat(inside.checking().newsProperty().get())
        .contains(
            new VolumeWork.News(false, "1 page is not what was last written there. Damaged: 1."));
    inside.refresh();
    assertThat(inside.shownProperty().get()).isEmpty();
    assertThat(inside.unopenedProperty().get().orElseThrow().why()).contains("page 1");
  }

  @Test
  void verifyingWithARefusedKeyEndsWithTheRefusal() {
    practice.administrator().enable(KeyIdentifier.of(storage().wrapped().keyVersion()), false);
    inside.verify();
    VolumeWork.News news = inside.checking().newsProperty().get().orElseThrow();
    assertThat(news.good()).isFalse();
    assertThat(news.words()).contains("KeyDisabled");
  }

  @Test
  void aLockedVolumeSaysSoWithTheLastRefusalAndAPageThatIsNotThereDoesNot() {
    assertThat(inside.lockedProperty().get()).isFalse();
    assertThat(inside.refusal()).isEmpty();
    practice.administrator().enable(KeyIdentifier.of(storage().wrapped().keyVersion()), false);
    inside.refresh();
    assertThat(inside.lockedProperty().get()).isTrue();
    assertThat(inside.refusal())
        .hasValueSatisfying(
            call -> {
              assertThat(call.status()).isEqualTo(403);
              assertThat(call.operation()).isEqualTo("unwrapKey");
            });
    inside.pageProperty().set(1_000_000);
    assertThat(inside.lockedProperty().get()).isFalse();
  }
}
