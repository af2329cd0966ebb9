package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A person who brings a key of their own. */
@OnScreen
class ImportScreenTest extends WindowScreen {

  private static final String STORE = "kv-orders-eastus";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @RegisterExtension static final Canary PASSWORD = new Canary(Samples.CANARY);

  @RegisterExtension static final Canary EXPONENT = new Canary(Samples.privateExponent());

  @RegisterExtension static final Canary LINE = new Canary(Samples.privateLine());

  @TempDir private static Path files;

  ImportScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openKeyPane() {
    person.click("create-server");
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
  }

  @AfterEach
  void nothingUnexpectedAndNoSecretAnywhere() {
    assertThat(person.seen()).doesNotContain(Samples.CANARY);
    List.of(PASSWORD, EXPONENT, LINE).forEach(c -> c.hasFlownNowhere(PRACTICE.folder()));
  }

  private void openForm() {
    person.click("tab-security");
    person.click("customer-managed");
    person.click("select-key");
    person.pick("key-store", STORE);
    person.click("new-key-link");
  }

  private void bring(String file, String name) {
    person.click("way-import");
    person.write("new-key-file", Samples.lay(file, files).toString());
    person.write("new-key-name", name);
  }

  private Key newest(String name) {
    return PRACTICE.cloud().keyStores().get(PRACTICE.newest(STORE, name));
  }

  private void fillBasics(String name) {
    person.click("tab-basics");
    person.write("name", name);
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
  }

  private void create() {
    person.click("change-identity");
    person.clickRow("id-orders-eastus"::equals);
    person.click("identity-finish");
    person.sees("The identity can use this key");
    person.click("tab-review");
    person.sees("Validation passed");
    person.click("create");
    person.click("firewall-create");
    person.sees("Your deployment is complete");
  }

  @Test
  void aServerIsMadeWithAKeyFromAPemFile() {
    fillBasics("pem-pg");
    openForm();
    bring("plain.pem", "pem-kek");
    person.picture("import-key");
    person.click("new-key-submit");
    person.await("the key to be chosen", () -> person.usable("key-finish").isPresent());
    person.sees("pem-kek");
    person.picture("import-key-chosen");
    person.click("key-finish");
    create();
    assertThat(PRACTICE.server("pem-pg").encryption().key())
        .contains(PRACTICE.newest(STORE, "pem-kek"));
    assertThat(newest("pem-kek").bits()).isEqualTo(2048);
    assertThat(newest("pem-kek").type()).isEqualTo("RSA");
  }

  @Test
  void aServerIsMadeWithAKeyFromAPfxFileThatHasAPassword() {
    fillBasics("pfx-pg");
    openForm();
    bring("canary.pfx", "pfx-kek");
    person.click("new-key-hardware");
    person.click("new-key-submit");
    person.sees("The key is protected by a password. Enter it.");
    person.write("new-key-password", "wrong");
    person.click("new-key-submit");
    person.sees("The password does not open this file.");
    person.picture("import-key-problem");
    person.write("new-key-password", Samples.CANARY);
    assertThat(person.seen())
        .contains("*".repeat(Samples.CANARY.length()))
        .doesNotContain(Samples.CANARY);
    person.click("new-key-submit");
    person.await("the key to be chosen", () -> person.usable("key-finish").isPresent());
    person.click("key-finish");
    create();
    assertThat(PRACTICE.server("pfx-pg").encryption().key())
        .contains(PRACTICE.newest(STORE, "pfx-kek"));
    assertThat(newest("pfx-kek").type()).isEqualTo("RSA-HSM");
  }

  @Test
  void aKeyIsGeneratedAsWishedAndEnterSendsTheForm() {
    openForm();
    assertThat(person.focus()).isEqualTo("new-key-name");
    person.picture("create-key");
    person.write("new-key-name", "fresh-kek");
    person.write("new-key-expires", "2026-02-30");
    person.click("new-key-submit");
    person.sees("Enter a day as YYYY-MM-DD");
    person.write("new-key-expires", "2027-02-28");
    person.pick("new-key-size", "2048");
    person.click("new-key-name");
    person.type(KeyCode.ENTER);
    person.await("the key to be chosen", () -> person.usable("key-finish").isPresent());
    Key made = newest("fresh-kek");
    assertThat(made.bits()).isEqualTo(2048);
    assertThat(made.life().expires().orElseThrow()).hasToString("2027-02-28T00:00:00Z");
  }

  @Test
  void ofSeveralKeysInAFileOneIsPicked() {
    openForm();
    bring("two.pfx", "picked-kek");
    person.write("new-key-password", Samples.PASSWORD);
    person.click("new-key-submit");
    person.pick("new-key-entry", "second");
    person.picture("import-key-several");
    person.click("new-key-submit");
    person.await("the key to be chosen", () -> person.usable("key-finish").isPresent());
    assertThat(newest("picked-kek").bits()).isEqualTo(2048);
    person.click("new-key-link");
    person.click("way-import");
    assertThat(person.node("new-key-entry")).as("forgotten").isEmpty();
    person.write("new-key-file", Samples.lay("plain.pem", files).toString());
    person.write("new-key-name", "after-kek");
    person.click("new-key-submit");
    person.sees("after-kek");
  }

  @Test
  void whatTheServiceRefusesIsSaidAtTheForm() {
    openForm();
    person.write("new-key-name", "orders-kek");
    person.sees("A key of this name exists. This makes a new version of it.");
    person.click("way-restore");
    person.write("new-key-file", Samples.lay("plain.pem", files).toString());
    person.click("new-key-submit");
    person.sees("This is no backup of a key.");
    person.write("new-key-file", backupOf("ledger-kek").toString());
    person.click("new-key-submit");
    person.sees("Conflict while restoring key");
    person.picture("restore-key-refused");
    person.click("new-key-cancel");
    person.await("the picker", () -> person.usable("key").isPresent());
  }

  private Path backupOf(String key) {
    try {
      return java.nio.file.Files.write(
          files.resolve(key + ".backup"),
          PRACTICE.cloud().keyStores().backup(PRACTICE.newest(STORE, key)).blob());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
