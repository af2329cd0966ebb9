package dev.wrapkey.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.record.ChangeRecord;
import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Recording;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.file.FileDialogs;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the record, over real changes of the practice cloud. */
class RecordViewModelTest {

  private final Practice practice = Practice.opened();
  private final List<Throwable> bugs = new ArrayList<>();
  @TempDir private Path folder;
  private ChangeRecord changes;
  private Cloud cloud;
  private RecordViewModel page;

  @BeforeEach
  void open() {
    changes = new ChangeRecord(folder.resolve("record"), practice.time(), UUID::randomUUID);
    cloud = Recording.over(practice.cloud(), "Practice cloud", changes);
    page =
        new RecordViewModel(
            changes,
            new Tasks(Runnable::run, Runnable::run, bugs::add),
            practice.time(),
            new Reports(folder));
  }

  @AfterEach
  void close() {
    assertThat(bugs).isEmpty();
    practice.close();
  }

  /** Puts every report into one folder. */
  private record Reports(Path where) implements FileDialogs {
    @Override
    public Optional<Path> open() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> report(String name) {
      return Optional.of(where.resolve(name));
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> certificate() {
      return Optional.empty();
    }
  }

  private KeyIdentifier orders() {
    return practice.newest("kv-orders-eastus", "orders-kek");
  }

  private void disableAndRotate() {
    cloud.keyLife().edit(orders(), KeyEdit.enabled(false));
    practice.time().jump(Duration.ofDays(2));
    cloud.keyStores().rotate(orders().versionless());
    page.load();
  }

  private List<String> shown() {
    return page.rows().stream().map(EntryWords::act).toList();
  }

  @Test
  void theNewestChangeIsTheFirst() {
    disableAndRotate();
    assertThat(shown()).containsExactly("Rotate key", "Change key version");
    assertThat(page.countProperty().get()).isEqualTo("2 of 2 changes");
    assertThat(page.readingProperty().get().orElseThrow().verdict().isSound()).isTrue();
  }

  @Test
  void filtersByChangeStateTimeAndWords() {
    disableAndRotate();
    page.actProperty().set(Optional.of("Rotate key"));
    assertThat(shown()).containsExactly("Rotate key");
    page.clear();
    page.stateProperty().set(Optional.of(Entry.State.REFUSED));
    assertThat(shown()).isEmpty();
    page.clear();
    page.sinceProperty().set(Since.DAY);
    assertThat(shown()).containsExactly("Rotate key");
    page.clear();
    page.filterProperty().set("keys/UPDATE  orders-kek");
    assertThat(shown()).containsExactly("Change key version");
    page.filterProperty().set("no such words");
    assertThat(shown()).isEmpty();
  }

  @Test
  void onlyChangesThatThereAreCanBeFilteredBy() {
    disableAndRotate();
    assertThat(page.acts())
        .containsExactly(
            Optional.empty(), Optional.of("Change key version"), Optional.of("Rotate key"));
  }

  @Test
  void aTableForSpreadsheetsHasWhatIsShown() throws IOException {
    disableAndRotate();
    page.actProperty().set(Optional.of("Change key version"));
    page.save(RecordViewModel.Format.CSV);
    String csv = Files.readString(folder.resolve("wrapkey-changes.csv"));
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv)
        .contains("Microsoft.KeyVault/vaults/keys/update/action")
        .contains("enabled=true")
        .contains("enabled=false")
        .contains(page.rows().getFirst().id());
    page.save(RecordViewModel.Format.HTML);
    assertThat(folder.resolve("wrapkey-changes.html")).content().contains("Change key version");
  }

  @Test
  void theWholeRecordIsSavedAsItIs() throws IOException {
    disableAndRotate();
    page.filterProperty().set("nothing of it is shown");
    page.save(RecordViewModel.Format.WHOLE);
    assertThat(folder.resolve("wrapkey-changes.record")).hasSameBinaryContentAs(changes.path());
  }

  @Test
  void aReportThatCannotBeWrittenIsSaid() throws IOException {
    disableAndRotate();
    Files.createDirectories(folder.resolve("wrapkey-changes.csv"));
    page.save(RecordViewModel.Format.CSV);
    assertThat(page.newsProperty().get().orElseThrow().good()).isFalse();
  }

  @Test
  void aRecordThatWasTamperedWithIsToldOnTheSpot() throws IOException {
    disableAndRotate();
    String kept = page.readingProperty().get().orElseThrow().verdict().fingerprint();
    page.compare(kept);
    assertThat(page.newsProperty().get().orElseThrow().good()).isTrue();
    Files.writeString(
        changes.path(), Files.readString(changes.path()).replace("\"false\"", "\"true\""));
    page.load();
    assertThat(page.readingProperty().get().orElseThrow().verdict().isSound()).isFalse();
    page.compare(kept);
    assertThat(page.newsProperty().get().orElseThrow().good()).isFalse();
  }

  @Test
  void aRecordThatCannotBeReadIsSaidWhereTheRowsWouldBe() throws IOException {
    Files.createDirectories(changes.path().resolve("in the way"));
    page.load();
    assertThat(page.unreadableProperty().get()).contains(changes.path().toString());
  }

  @Test
  void everyChangeOfThePortHasAName() {
    assertThat(Cloud.class.getMethods())
        .flatExtracting(part -> Arrays.asList(part.getReturnType().getMethods()))
        .filteredOn(method -> method.isAnnotationPresent(Change.class))
        .hasSizeGreaterThan(25)
        .allSatisfy(
            method ->
                assertThat(Texts.bundle().keySet())
                    .contains(
                        "record.act."
                            + method.getDeclaringClass().getSimpleName()
                            + "."
                            + method.getName()));
  }
}
