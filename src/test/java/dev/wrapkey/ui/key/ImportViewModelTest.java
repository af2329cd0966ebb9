package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.key.ImportViewModel.Way;
import dev.wrapkey.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @TempDir private Path files;

  private final List<KeyIdentifier> picked = new ArrayList<>();
  private final KeyViewModel pane = pane(Practice.tasks());
  private final ImportViewModel form = pane.importing();

  private KeyViewModel pane(Tasks tasks) {
    return new KeyViewModel(
        PRACTICE.cloud(), tasks, PRACTICE.time(), PRACTICE.scope("eastus"), false, picked::add);
  }

  private void open(String store) {
    pane.storeProperty()
        .set(pane.usable().stream().filter(s -> s.name().equals(store)).findFirst().orElseThrow());
    form.open();
  }

  private void submit(Way way, String name) {
    form.wayProperty().set(way);
    form.draft().name().text().set(name);
    form.submit();
  }

  private Key chosen() {
    return PRACTICE.cloud().keyStores().get(pane.keyProperty().get().id());
  }

  @Test
  void withoutAStoreThereIsNoForm() {
    form.open();
    assertThat(form.openProperty().get()).isFalse();
  }

  @Test
  void whileTheFormIsOpenNothingCanBeSelected() {
    open("kv-orders-eastus");
    form.close();
    pane.keyProperty().set(pane.keys().items().getFirst());
    form.open();
    assertThat(pane.completeProperty().get()).isFalse();
  }

  @Test
  void aGeneratedKeyHas4096BitsUnlessSaidOtherwiseAndIsChosen() {
    open("kv-orders-eastus");
    submit(Way.GENERATE, "vm-kek");
    assertThat(form.openProperty().get()).isFalse();
    assertThat(chosen().bits()).isEqualTo(4096);
    assertThat(chosen().type()).isEqualTo("RSA");
    pane.select();
    assertThat(picked).singleElement().extracting(KeyIdentifier::key).isEqualTo("vm-kek");
  }

  @Test
  void aKeyIsMadeInHardwareWhereTheStoreHasSome() {
    open("kv-policy-eastus");
    assertThat(form.hardwareOfferedProperty().getValue()).isFalse();
    open("kv-orders-eastus");
    assertThat(form.hardwareOfferedProperty().getValue()).isTrue();
    form.draft().hardwareProperty().set(true);
    form.draft().sizeProperty().set(2048);
    submit(Way.GENERATE, "vm-hard");
    assertThat(chosen().type()).isEqualTo("RSA-HSM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two words", "under_score", "ümlaut"})
  void anIllegalNameIsToldAndNothingIsSent(String name) {
    open("kv-orders-eastus");
    int before = pane.keys().items().size();
    submit(Way.GENERATE, name);
    assertThat(form.draft().name().problem().get()).contains("1 to 127 characters");
    assertThat(form.openProperty().get()).isTrue();
    pane.keys().reload();
    assertThat(pane.keys().items()).hasSize(before);
    form.draft().name().text().set("better");
    assertThat(form.draft().name().problem().get()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13-01, '', activation",
    "'', tomorrow, expiry",
    "2027-01-02, 2027-01-02, expiry",
    "2027-01-03, 2027-01-02, expiry"
  })
  void wrongDatesAreToldAtTheirField(String from, String to, String where) {
    open("kv-orders-eastus");
    form.draft().activates().text().set(from);
    form.draft().expires().text().set(to);
    submit(Way.GENERATE, "dated");
    Entry guilty = where.equals("expiry") ? form.draft().expires() : form.draft().activates();
    assertThat(guilty.problem().get()).isNotEmpty();
    assertThat(form.openProperty().get()).isTrue();
  }

  @Test
  void aForbiddenImportIsToldInTheServicesWords() {
    open("kv-policy-eastus");
    form.file().text().set(Samples.lay("plain.pem", files).toString());
    submit(Way.IMPORT, "brought");
    assertThat(form.refusalProperty().get()).contains("does not have keys import permission");
    assertThat(form.busyProperty().get()).isFalse();
    form.wayProperty().set(Way.GENERATE);
    assertThat(form.refusalProperty().get()).isEmpty();
  }

  @Test
  void problemsOfTheFileAreToldAtTheFileAndOfThePasswordAtThePassword() throws IOException {
    open("kv-orders-eastus");
    submit(Way.IMPORT, "brought");
    assertThat(form.file().problem().get()).isEqualTo("Enter the path of a file.");
    form.file().text().set(files.resolve("absent").toString());
    form.submit();
    assertThat(form.file().problem().get()).isEqualTo("The file cannot be read.");
    form.file().text().set(Files.writeString(files.resolve("text"), "hello").toString());
    form.submit();
    assertThat(form.file().problem().get()).startsWith("This is no key file");
    form.file().text().set(Samples.lay("legacy.pfx", files).toString());
    form.submit();
    assertThat(form.file().problem().get()).isEmpty();
    assertThat(form.password().problem().get()).contains("protected by a password");
    form.password().text().set("wrong");
    form.submit();
    assertThat(form.password().problem().get()).contains("does not open");
    form.password().text().set(Samples.PASSWORD);
    form.submit();
    assertThat(chosen().id().key()).isEqualTo("brought");
    assertThat(form.password().text().get()).as("forgotten").isEmpty();
  }

  @Test
  void aNameThatADeletedKeyHoldsIsToldAtTheName() {
    open("kv-orders-eastus");
    PRACTICE.administrator().delete(PRACTICE.newest("kv-orders-eastus", "retired-kek"));
    submit(Way.GENERATE, "retired-kek");
    assertThat(form.draft().name().problem().get()).contains("deleted");
    assertThat(form.openProperty().get()).isTrue();
  }

  @Test
  void aBackupIsRestoredUnderItsOldName() throws IOException {
    byte[] blob =
        PRACTICE
            .cloud()
            .keyStores()
            .backup(PRACTICE.newest("kv-orders-eastus", "ledger-kek"))
            .blob();
    Path backup = Files.write(files.resolve("b"), blob);
    open("kv-orders-eastus");
    form.wayProperty().set(Way.IMPORT);
    form.file().text().set(backup.toString());
    submit(Way.IMPORT, "x");
    assertThat(form.file().problem().get()).contains("Restore it from a backup");
    form.wayProperty().set(Way.RESTORE);
    form.submit();
    assertThat(form.refusalProperty().get()).contains("already exists");
  }

  @Test
  void whatIsGivenUpIsNotWaitedForAndChangesNothingOnTheScreen() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    Tasks slow = new Tasks(waiting::add, Runnable::run, bug -> {});
    KeyViewModel later = pane(slow);
    waiting.removeFirst().run();
    later
        .storeProperty()
        .set(
            later.usable().stream()
                .filter(s -> s.name().equals("kv-orders-eastus"))
                .findFirst()
                .orElseThrow());
    waiting.removeFirst().run();
    ImportViewModel slowForm = later.importing();
    slowForm.open();
    slowForm.draft().sizeProperty().set(2048);
    slowForm.draft().name().text().set("given-up");
    slowForm.submit();
    assertThat(slowForm.busyProperty().get()).isTrue();
    slowForm.cancel();
    assertThat(slowForm.busyProperty().get()).isFalse();
    waiting.removeFirst().run();
    assertThat(slowForm.openProperty().get()).isTrue();
    assertThat(later.keyProperty().get()).isNull();
  }
}
