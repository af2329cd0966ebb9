package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataKeysViewModelTest {

  private Practice practice;
  private InsideViewModel inside;
  private DataKeysViewModel keys;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    inside =
        new InsideViewModel(practice.inspector(), Practice.tasks(), practice.idOf("orders-pg"));
    inside.refresh();
    keys = inside.keys();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static StoredKey segment(Inspector.Content volume, int number) {
    return volume.facts().keys().stream()
        .filter(k -> k.segment().equals(OptionalInt.of(number)))
        .findFirst()
        .orElseThrow();
  }

  private Inspector.Content volume() {
    return inside.volumeProperty().get().orElseThrow();
  }

  private Inspector.Page page() {
    return inside.shownProperty().get().orElseThrow();
  }

  private StoredKey chosen() {
    return keys.chosenProperty().get().orElseThrow();
  }

  private DataKeysViewModel.News news() {
    return keys.newsProperty().get().orElseThrow();
  }

  @Test
  void theVolumeKeyIsChosenAtFirstAndCannotBeRekeyed() {
    assertThat(chosen().segment()).isEmpty();
    Inspector.Content before = volume();
    keys.rekey();
    inside.refresh();
    assertThat(keys.newsProperty().get()).isEmpty();
    assertThat(volume().facts()).isEqualTo(before.facts());
  }

  @Test
  void aRekeyMakesAnotherDataKeyAndAnotherDigestOfTheSamePages() {
    Inspector.Content before = volume();
    Inspector.Page page = page();
    keys.choose(segment(before, 0));
    keys.rekey();
    StoredKey after = segment(volume(), 0);
    assertThat(after.id()).isNotEqualTo(segment(before, 0).id());
    assertThat(after.wrapped()).isNotEqualTo(segment(before, 0).wrapped());
    assertThat(volume().facts().digest()).isNotEqualTo(before.facts().digest());
    assertThat(page().stored()).isNotEqualTo(page.stored());
    assertThat(page().plain()).isEqualTo(page.plain());
    assertThat(chosen()).as("the same segment stays chosen").isEqualTo(after);
    assertThat(news().mood()).isEqualTo(DataKeysViewModel.Mood.GOOD);
    assertThat(news().words())
        .startsWith("1 segment, " + before.facts().pages() + " pages sealed anew, ")
        .containsPattern("[1-9]\\d* key operations?\\.");
    assertThat(keys.busyProperty().get()).isFalse();
  }

  @Test
  void aRefusedKeyIsToldWithItsCodeAndNothingChanges() {
    StoredKey before = segment(volume(), 0);
    practice.administrator().enable(KeyIdentifier.of(before.wrapped().keyVersion()), false);
    keys.choose(before);
    keys.rekey();
    assertThat(news().mood()).isEqualTo(DataKeysViewModel.Mood.BAD);
    assertThat(news().words()).contains("nothing has changed").contains("KeyDisabled");
    assertThat(segment(volume(), 0)).isEqualTo(before);
    assertThat(inside.lockedProperty().get()).isTrue();
  }

  @Test
  void oneSegmentIsSealedAtATime() {
    List<Runnable> waiting = new ArrayList<>();
    Tasks later = new Tasks(waiting::add, Runnable::run, bug -> {});
    DataKeysViewModel slow =
        new DataKeysViewModel(
            practice.inspector(), later, practice.idOf("orders-pg"), inside::refresh);
    Inspector.Content before = volume();
    slow.show(before);
    slow.choose(segment(before, 0));
    slow.rekey();
    slow.rekey();
    assertThat(slow.busyProperty().get()).isTrue();
    assertThat(waiting).hasSize(1);
    waiting.getFirst().run();
    assertThat(slow.busyProperty().get()).isFalse();
    assertThat(volume().facts().rekeys()).isEqualTo(before.facts().rekeys() + 1);
  }

  private DataKeysViewModel restored() {
    practice
        .administrator()
        .restore(
            practice.idOf("orders-pg"),
            "orders-copy",
            practice.newest("kv-orders-eastus", "ledger-kek"),
            practice.identity("id-orders-eastus"));
    inside =
        new InsideViewModel(practice.inspector(), Practice.tasks(), practice.idOf("orders-copy"));
    inside.refresh();
    return inside.keys();
  }

  @Test
  void aRestoredServersInheritedSegmentsAreToldAndKeyedAnew() {
    assertThat(keys.inherited()).isEmpty();
    keys.rekeyInherited();
    assertThat(keys.inheriting().newsProperty().get()).as("there is nothing to do").isEmpty();
    String original = volume().facts().keys().get(1).wrapped().keyVersion();

    keys = restored();
    assertThat(keys.inherited()).hasSize(1);
    assertThat(Names.dataKey(keys.inherited().getFirst())).isEqualTo("Inherited 0");
    assertThat(Names.inherited(keys.inherited()))
        .startsWith(
            "1 segment came with the backup of orders-pg that this server was restored from")
        .contains("still wrapped by " + original);
    assertThat(Names.dataKey(volume().facts().keys().getLast())).isEqualTo("Backup's key");

    keys.rekeyInherited();
    assertThat(keys.inheriting().newsProperty().get())
        .contains(new VolumeWork.News(true, "1 segment, 64 pages sealed anew, 2 key operations."));
    assertThat(keys.inherited()).isEmpty();
    assertThat(volume().facts().keys())
        .hasSize(2)
        .noneMatch(key -> key.wrapped().keyVersion().equals(original));
  }

  @Test
  void withoutTheOriginalKeyTheRefusalNamesIt() {
    String original = volume().facts().keys().get(1).wrapped().keyVersion();
    keys = restored();
    practice.administrator().enable(KeyIdentifier.of(original), false);
    keys.rekeyInherited();
    VolumeWork.News news = keys.inheriting().newsProperty().get().orElseThrow();
    assertThat(news.good()).isFalse();
    assertThat(news.words()).contains("KeyDisabled").contains(original);
    inside.refresh();
    assertThat(inside.unopenedProperty().get().orElseThrow().why()).contains(original);
  }

  @Test
  void aSegmentThatIsNotThereAnyMoreChangesNothing() {
    StoredKey real = segment(volume(), 0);
    keys.choose(
        new StoredKey(
            OptionalInt.of(999),
            0,
            real.id(),
            real.wrapped(),
            real.wrappedAt(),
            real.seals(),
            Optional.empty()));
    String digest = volume().facts().digest();
    keys.rekey();
    assertThat(news().words()).contains("999");
    assertThat(volume().facts().digest()).isEqualTo(digest);
  }

  @Test
  void aSegmentHasAllPagesOfAVolumeThatIsSmallerThanOne() {
    assertThat(keys.pagesOf(segment(volume(), 0))).isEqualTo(volume().facts().pages());
  }
}
