package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsideViewModelTest extends InsideScene {

  @Test
  void aPageIsAPostgresPageBeforeSealingAndNoiseAfterwards() {
    assertThat(page().plain()).hasSize(8192);
    assertThat(page().stored()).hasSize(SEALED);
    byte[] head = Arrays.copyOf(page().plain(), 24);
    assertThat(Collections.indexOfSubList(boxed(page().stored()), boxed(head))).isNegative();
  }

  private static List<Byte> boxed(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte b : bytes) {
      list.add(b);
    }
    return list;
  }

  @Test
  void theStoredBytesAreThoseOfTheFileAndThePlainOnesAreNotInIt() throws Exception {
    String file = latin(Files.readAllBytes(Path.of(storage().file())));
    assertThat(file).contains(latin(page().stored()));
    String words =
        latin(page().plain()).lines().filter(l -> l.length() > 20).findFirst().orElse("");
    assertThat(words).isNotEmpty();
    assertThat(file.contains(latin(Arrays.copyOf(page().plain(), 64)))).isFalse();
  }

  @Test
  void turningThePageShowsAnother() {
    byte[] first = page().stored();
    inside.pageProperty().set(2);
    assertThat(page().number()).isEqualTo(2);
    assertThat(page().stored()).isNotEqualTo(first);
    inside.pageProperty().set(1_000_000);
    assertThat(inside.shownProperty().get()).isEmpty();
  }

  @Test
  void aRotationChangesTheWrappedKeyAndNoPage() throws Exception {
    Inspector.Storage before = storage();
    byte[] page = page().stored();
    byte[] file = Files.readAllBytes(Path.of(before.file()));
    rotate();
    assertThat(storage()).as("not before it is refreshed").isEqualTo(before);
    inside.refresh();
    assertThat(storage().wrapped().keyVersion())
        .isEqualTo(practice.newest("kv-orders-eastus", "orders-kek").toString())
        .isNotEqualTo(before.wrapped().keyVersion());
    assertThat(InsideViewModel.hex(storage().wrapped()))
        .isNotEqualTo(InsideViewModel.hex(before.wrapped()));
    assertThat(storage().digest()).isEqualTo(before.digest());
    assertThat(storage().rotations()).isEqualTo(before.rotations() + 1);
    assertThat(storage().pagesRewritten()).isZero();
    assertThat(page().stored()).isEqualTo(page);
    assertThat(Files.readAllBytes(Path.of(before.file()))).isNotEqualTo(file);
  }

  @Test
  void whatARotationDidIsToldForAllVolumesTogether() {
    assertThat(storage().rotation()).isEmpty();
    rotate();
    inside.refresh();
    Inspector.LastRotation last = storage().rotation().orElseThrow();
    long keys = inside.volumes().stream().mapToLong(v -> v.facts().keys().size()).sum();
    assertThat(last.volumes()).isEqualTo(inside.volumes().size());
    assertThat((long) last.keysRewrapped()).isEqualTo(keys);
    assertThat(last.pagesRewritten()).isZero();
    assertThat(Names.rotation(last))
        .startsWith(keys + " data keys in " + last.volumes() + " volumes wrapped anew with ")
        .contains(" and 0 pages of data written.");
  }

  @Test
  void theLogTellsOfTheUnwrapByTheOldAndTheWrapByTheNewVersion() {
    String old = storage().wrapped().keyVersion();
    rotate();
    inside.refresh();
    String now = storage().wrapped().keyVersion();
    assertThat(storage().calls())
        .anyMatch(c -> c.operation().equals("wrapKey") && now.endsWith(c.keyVersion()))
        .anyMatch(c -> c.operation().equals("unwrapKey") && old.endsWith(c.keyVersion()))
        .allSatisfy(c -> assertThat(c.caller()).contains("id-orders-eastus"));
  }

  @Test
  void geoVolumesShowTheCallsOfTheGeoKey() {
    inside = looking(practice.idOf("billing-pg"));
    Inspector.Content geo =
        inside.volumes().stream().filter(v -> v.kind().startsWith("geo")).findFirst().orElseThrow();
    inside.choose(geo);
    String version = geo.facts().wrapped().keyVersion();
    assertThat(geo.calls())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(version).endsWith(call.keyVersion()));
    assertThat(storage().calls())
        .isNotEmpty()
        .noneSatisfy(call -> assertThat(version).endsWith(call.keyVersion()));
    assertThat(inside.work()).isPresent();
  }

  @Test
  void aServiceManagedServerIsSealedToo() {
    InsideViewModel service = looking(practice.idOf("ledger-pg"));
    Inspector.Page page = service.shownProperty().get().orElseThrow();
    assertThat(page.stored()).hasSize(SEALED);
  }

  @Test
  void aServerThatIsNotThereHasNoStorage() {
    InsideViewModel none =
        looking(ResourceId.server(Practice.PRODUCTION, "rg-orders", "absent-pg"));
    assertThat(none.storageProperty().get()).isEmpty();
    assertThat(none.shownProperty().get()).isEmpty();
  }

  private Inspector.Content volume() {
    return inside.volumeProperty().get().orElseThrow();
  }

  @Test
  void theDataVolumeIsChosenAtFirstAndTellsWhatTheStorageTells() {
    assertThat(inside.stateProperty().get()).isEqualTo(InsideViewModel.State.READY);
    assertThat(volume().kind()).isEqualTo("data");
    assertThat(volume().facts().digest()).isEqualTo(storage().digest());
    assertThat(inside.volumes()).contains(volume());
  }

  @Test
  void anotherVolumeHasPagesAndKeysOfItsOwn() {
    inside = looking(practice.idOf("billing-pg"));
    byte[] data = page().stored();
    Inspector.Content other =
        inside.volumes().stream().filter(v -> v.kind().startsWith("geo")).findFirst().orElseThrow();
    inside.choose(other);
    assertThat(volume()).isEqualTo(other);
    assertThat(page().stored()).isNotEqualTo(data);
    assertThat(inside.keys().volumeProperty().get()).contains(other);
    assertThat(inside.keys().chosenProperty().get()).contains(other.facts().keys().getFirst());
    inside.refresh();
    assertThat(volume().kind()).as("after a refresh").isEqualTo(other.kind());
  }

  @Test
  void nothingIsShownWhileItLoads() {
    List<Runnable> waiting = new ArrayList<>();
    Tasks later = new Tasks(waiting::add, Runnable::run, bug -> {});
    InsideViewModel slow =
        new InsideViewModel(practice.inspector(), later, practice.idOf("orders-pg"));
    slow.refresh();
    assertThat(slow.busyProperty().get()).isTrue();
    assertThat(slow.stateProperty().get()).isEqualTo(InsideViewModel.State.LOADING);
    List.copyOf(waiting).forEach(Runnable::run);
    assertThat(slow.busyProperty().get()).isFalse();
    assertThat(slow.stateProperty().get()).isEqualTo(InsideViewModel.State.READY);
  }

  @Test
  void theWorkOfARotationIsAWrapAndAnUnwrapOfEachDataKeyAndNoByteOfAPage() {
    practice.time().jump(Duration.ofHours(1));
    Instant before = practice.time().now();
    rotate();
    inside.refresh();
    KeyWork work = inside.work().orElseThrow();
    int keys = volume().facts().keys().size();
    assertThat(work.since()).isBetween(before, practice.time().now());
    assertThat(work.wraps()).isGreaterThanOrEqualTo(keys);
    assertThat(work.unwraps()).isGreaterThanOrEqualTo(keys);
    assertThat(volume().facts().pagesRewritten()).isZero();
  }

  @Test
  void aServerWithoutStorageHasNothing() {
    InsideViewModel none =
        looking(ResourceId.server(Practice.PRODUCTION, "rg-orders", "absent-pg"));
    assertThat(none.stateProperty().get()).isEqualTo(InsideViewModel.State.NOTHING);
  }
}
