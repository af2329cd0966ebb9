package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.OnScreen;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class ServerScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void openServer(String name) {
    person.sees(name);
    person.clickText(name);
    person.sees("Status: Ready");
  }

  private Inspector.Storage storage() {
    return practice.inspector().look(practice.idOf("orders-pg").toString()).orElseThrow();
  }

  private String typed() {
    return ((TextInputControl) person.node("identifier").orElseThrow()).getText();
  }

  private void chooseNewest() {
    person.click("method-select");
    person.click("select-key");
    person.pick("key-store", "kv-orders-eastus");
    person.pick("key", "orders-kek");
    person.click("key-finish");
    person.sees("The identity can use this key");
  }

  @Test
  void aPersonRotatesTheKeyAndLooksInside() {
    KeyIdentifier newest = practice.newest("kv-orders-eastus", "orders-kek");
    Inspector.Storage before = storage();
    openServer("orders-pg");
    person.picture("server");
    person.click("menu-inside");
    person.await("the wrapped key", () -> person.node("wrapped-by").isPresent());
    assertThat(shown("wrapped-by")).isEqualTo(before.wrapped().keyVersion());
    assertThat(shown("pages-digest")).isEqualTo(before.digest());
    person.picture("look-inside");

    person.click("menu-encryption");
    person.sees("Key status: Valid");
    person.picture("data-encryption");
    assertThat(person.usable("save")).isEmpty();
    chooseNewest();
    person.click("discard");
    person.await("Save off", () -> person.usable("save").isEmpty());
    assertThat(typed()).isEqualTo(before.wrapped().keyVersion());
    chooseNewest();
    person.click("save");
    person.sees("Saved. The server now uses " + newest);
    person.picture("data-encryption-saved");
    assertThat(storage().wrapped().keyVersion()).isEqualTo(newest.toString());
    assertThat(storage().digest()).isEqualTo(before.digest());

    person.click("menu-inside");
    person.await("the new version", () -> shown("wrapped-by").equals(newest.toString()));
    assertThat(shown("pages-digest")).isEqualTo(before.digest());
    assertThat(storage().rotations()).isEqualTo(before.rotations() + 1);
    assertThat(storage().pagesRewritten()).isZero();
  }

  @Test
  void aKeyThatIsDisabledMeanwhileIsFoundBeforeTheSaveAndEnabledInPlace() {
    KeyIdentifier newest = practice.newest("kv-orders-eastus", "orders-kek");
    openServer("orders-pg");
    person.click("menu-encryption");
    person.sees("Key status: Valid");
    chooseNewest();
    practice.administrator().enable(newest, false);
    person.click("save");
    person.sees("Check before you save");
    person.sees("Azure would refuse this.");
    person.sees("Key orders-kek is disabled.");
    person.picture("data-encryption-failed");
    assertThat(shown("key-identifier")).isEqualTo(newest.toString());
    assertThat(practice.server("orders-pg").encryption().key()).isNotEqualTo(Optional.of(newest));
    practice.administrator().enable(newest, true);
    person.click("preflight-again");
    person.click("save");
    person.sees("Saved. The server now uses " + newest);
  }

  @Test
  void aVaultThatMayNotBeListedSaysWhyInThePane() {
    openServer("orders-pg");
    person.click("menu-encryption");
    person.click("method-select");
    person.click("select-key");
    person.pick("key-store", "kv-hidden-eastus");
    person.sees("You are unauthorized to view these contents.");
    person.picture("select-key-failed");
    assertThat(person.usable("key-finish")).isEmpty();
    person.type(KeyCode.ESCAPE);
    person.await("the pane to close", () -> person.node("key-store").isEmpty());
    assertThat(person.focus()).isEqualTo("select-key");
  }

  @Test
  void CMK_30_aServiceManagedServerSaysThatTheModeIsFixed() {
    openServer("ledger-pg");
    person.click("menu-encryption");
    person.sees("The mode was fixed when the server was created");
    assertThat(person.node("identity")).isEmpty();
    assertThat(person.usable("save")).isEmpty();
  }

  @Test
  void aPersonStopsStartsAndDeletesAServer() {
    openServer("ledger-pg");
    assertThat(person.usable("start-server")).isEmpty();
    person.click("json-view");
    person.await("the description", () -> person.node("server-json").orElseThrow().isVisible());
    person.picture("server-json");
    person.type(KeyCode.ESCAPE);
    person.click("stop-server");
    person.sees("Status: Stopped");
    assertThat(person.usable("restart-server")).isEmpty();
    person.picture("server-stopped");
    person.click("start-server");
    person.sees("Status: Ready");
    person.click("menu-network");
    person.sees("Public access (allowed IP addresses)");
    person.picture("server-network");
    person.click("menu-overview");
    person.click("delete-server");
    person.write("delete-name", "ledger");
    assertThat(person.usable("delete-finish")).isEmpty();
    person.picture("server-delete");
    person.write("delete-name", "ledger-pg");
    person.click("delete-finish");
    person.await("the list", () -> person.node("create-server").isPresent());
    person.await("a list without it", () -> !person.reads("ledger-pg"));
  }
}
