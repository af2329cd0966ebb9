package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.control.Identifier;
import java.time.Duration;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A person who looks after keys. */
@OnScreen
class VaultScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openList() {
    person.click("section-vaults");
    person.sees("hsm-orders-eastus");
  }

  private void openKey(String store, String key) {
    person.clickText(store);
    person.sees(key);
    person.clickText(key);
    person.sees("Versions, newest first");
    person.await("the version in full", () -> person.reads("Wrap key"));
  }

  private void select(int version) {
    Person.act(
        () -> {
          TableView<?> table = (TableView<?>) person.node("versions").orElseThrow();
          table.requestFocus();
          table.getSelectionModel().select(version);
        });
  }

  private String pinned() {
    return practice.server("orders-pg").encryption().key().orElseThrow().toString();
  }

  private String state(String server) {
    return practice.server(server).state();
  }

  @Test
  void allStoresAreListedAndFilteredAndTheStripLeadsBack() {
    person.sees("Kept 7 days, purgeable");
    person.picture("vaults");
    person.write("vault-filter", "westeurope-nothing");
    person.sees("No key store matches this filter.");
    person.write("vault-filter", "West Europe");
    person.sees("kv-legacy-weu");
    assertThat(person.seen()).contains("Gone at once").doesNotContain("kv-orders-eastus");
    person.click("section-servers");
    person.sees("All servers of all subscriptions you can see");
    person.picture("home-sections");
  }

  @Test
  void aPersonDisablesAVersionSeesTheServerGoAndBringsItBack() {
    person.clickText("kv-orders-eastus");
    person.sees("orders-kek");
    person.await("types and policies", () -> person.reads("\nEC\n"));
    person.picture("store");
    person.clickText("orders-kek");
    person.await("the version in full", () -> person.reads("Wrap key"));
    person.sees("data, pinned to");
    person.picture("key");

    select(1);
    person.await(
        "the pinned version",
        () ->
            ((Identifier) person.node("version-identifier").orElseThrow())
                .getText()
                .equals(pinned()));
    person.click("version-disable");
    person.sees("This server loses access to its data: orders-pg.");
    person.sees("By the rules of 2 June 2026");
    assertThat(person.focus()).isEqualTo("impact-keep");
    person.picture("impact-disable");
    person.type(KeyCode.ESCAPE);
    person.await("the pane to go", () -> person.node("impact").isEmpty());
    person.click("version-disable");
    person.click("impact-do");
    person.sees("is disabled.");
    assertThat(person.focus()).isEqualTo("refresh-key");
    person.await("the other button", () -> person.usable("version-enable").isPresent());
    person.picture("key-disabled");

    practice.time().jump(Duration.ofMinutes(61));
    assertThat(state("orders-pg")).isEqualTo("Inaccessible");
    person.click("refresh-key");
    person.sees("Inaccessible");
    person.click("version-enable");
    person.await("the other button", () -> person.usable("version-disable").isPresent());
    practice.time().jump(Duration.ofMinutes(61));
    assertThat(state("orders-pg")).isEqualTo("Ready");
  }

  @Test
  void theServersThatUseAKeyLeadToTheirGuidedRotation() {
    openKey("kv-orders-eastus", "orders-kek");
    person.sees("data, pinned to");
    person.clickText("Rotate …");
    person.await("the rotation", () -> person.node("rotation-title").isPresent());
  }

  @Test
  void enterOnAServerThatUsesAKeyLeadsToItsGuidedRotation() {
    openKey("kv-orders-eastus", "orders-kek");
    person.sees("data, pinned to");
    Person.act(
        () -> {
          TableView<?> table = (TableView<?>) person.node("users").orElseThrow();
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    person.type(KeyCode.ENTER);
    person.await("the rotation", () -> person.node("rotation-title").isPresent());
  }

  @Test
  void aDeletedKeyIsRecovered() {
    openKey("kv-orders-eastus", "orders-kek");
    person.click("delete-key");
    person.sees("Recover the key within 90 days.");
    person.picture("impact-delete");
    person.click("impact-do");
    person.sees("It can be recovered until");
    person.sees("Nobody can purge it before: purge protection is on.");
    assertThat(person.usable("purge-key")).isEmpty();
    practice.time().jump(Duration.ofMinutes(61));
    person.click("refresh-key");
    person.sees("is Inaccessible already and will stay so: orders-pg.");
    person.picture("key-deleted");
    person.clickText("kv-orders-eastus");
    person.await("the deleted key", () -> person.reads("Recoverable until"));
    person.picture("store-deleted");
    person.clickText("orders-kek");
    person.click("recover-key");
    person.sees("is back with all its versions");
    person.picture("key-recovered");
    practice.time().jump(Duration.ofMinutes(61));
    assertThat(state("orders-pg")).isEqualTo("Ready");
  }

  @Test
  void purgeIsDoneOnlyUnderTheTypedNameAndThePageTellsTheTruth() {
    openKey("kv-lab-eastus", "lab-kek");
    person.click("delete-key");
    person.sees("No server that you can see, in 2 subscriptions, uses this key.");
    person.click("impact-do");
    person.sees("It can also be purged now.");
    person.click("purge-key");
    person.sees("Type the name of the key, lab-kek");
    assertThat(person.usable("impact-do")).isEmpty();
    person.write("impact-name", "lab-ke");
    assertThat(person.usable("impact-do")).isEmpty();
    person.write("impact-name", "lab-kek");
    person.picture("purge-typed");
    person.click("impact-do");
    person.sees("There is no key of this name in this store");
    person.picture("key-purged");
    KeyIdentifier key = KeyIdentifier.of("https://kv-lab-eastus.vault.azure.net/keys/lab-kek");
    assertThat(practice.cloud().keyLife().findDeleted(key)).isEmpty();
  }

  @Test
  void theRotationPolicyIsSetAndARotationMakesAVersion() {
    openKey("kv-orders-eastus", "ledger-kek");
    person.sees("No automatic rotation.");
    person.click("rotation-policy");
    person.click("policy-rotates");
    person.write("policy-expiry", "2");
    person.pick("policy-expiry-unit", "years");
    person.write("policy-rotation", "3");
    person.pick("policy-rotation-unit", "days");
    person.click("policy-save");
    person.sees("At least 7 days.");
    person.write("policy-rotation", "18");
    person.pick("policy-rotation-unit", "months");
    person.sees("The next version is made on");
    person.picture("rotation-policy");
    person.click("policy-save");
    person.sees("A new version 18 months after creation.");
    person.click("rotate-now");
    person.sees("is the newest now");
    person.picture("key-rotated");
    assertThat(practice.versions("kv-orders-eastus", "ledger-kek")).hasSize(2);
  }

  @Test
  void datesAndOperationsAreChangedAndWhatBreaksIsAskedFirst() {
    openKey("kv-orders-eastus", "orders-kek");
    select(1);
    person.await("the older version", () -> person.usable("version-edit").isPresent());
    person.click("version-edit");
    person.write("edit-expires", "tomorrow");
    person.click("edit-save");
    person.sees("Enter a day as YYYY-MM-DD");
    person.write("edit-expires", "2026-01-01");
    person.picture("version-edit");
    person.click("edit-save");
    person.sees("Only then rotate the key");
    person.picture("impact-expire");
    person.click("impact-keep");
    person.await("the pane to go", () -> person.node("impact").isEmpty());
    person.click("version-edit");
    person.write("edit-expires", "2030-01-01");
    person.click("operation-sign");
    person.click("edit-save");
    person.sees("is changed.");
    assertThat(practice.cloud().keyStores().get(KeyIdentifier.of(pinned())).operations())
        .contains("wrapKey", "unwrapKey")
        .doesNotContain("sign");
  }

  @Test
  void whereARightIsMissingThePageNamesTheRole() {
    person.clickText("kv-hidden-eastus");
    person.sees(
        "You need the key permissions Get and List in an access policy of kv-hidden-eastus");
    person.picture("store-refused");
    person.click("crumb-1");
    person.clickText("hsm-orders-eastus");
    person.sees("You need the local role Managed HSM Crypto Officer on hsm-orders-eastus");
    person.picture("store-hsm");
  }
}
