package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** New vaults, keys and versions, made from within the key pane. */
@OnScreen
class KeyMakingScreenTest extends KeyPaneScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @Override
  Practice practice() {
    return PRACTICE;
  }

  @Test
  void CMK_41_aNewVersionIsMadeAfterAWarningAndIsTheOneThatIsChosen() throws Exception {
    KeyIdentifier before = PRACTICE.newest("kv-orders-eastus", "ledger-kek");
    PRACTICE.time().pause(Duration.ofMinutes(5));
    open();
    person.pick("key-store", "kv-orders-eastus");
    person.pick("key", "ledger-kek");
    person.click("new-version-link");
    person.sees("This makes a new version of ledger-kek now.");
    assertThat(person.usable("key-finish")).isEmpty();
    person.picture("key-new-version");
    person.click("new-version-submit");
    person.await("the new version", () -> person.usable("key-finish").isPresent());
    person.picture("key-new-version-made");
    person.click("key-finish");
    assertThat(picked)
        .containsExactly(PRACTICE.newest("kv-orders-eastus", "ledger-kek"))
        .doesNotContain(before);
  }

  @Test
  void CMK_5_CMK_6_CMK_7_CMK_12_aNewVaultHasEverythingSetAndIsChosenWhenItIsThere() {
    open();
    person.click("new-vault-link");
    person.sees("Create a key vault");
    person.picture("new-vault");
    person.click("new-vault-create");
    person.sees("The value must not be empty.");
    person.write("new-vault-name", "kv--bad");
    person.write("new-vault-days", "91");
    person.sees("Enter a number from 7 to 90.");
    person.picture("new-vault-problems");
    person.write("new-vault-name", "kv-orders-eastus");
    person.sees("already in use");
    person.picture("new-vault-taken");
    person.pick("new-vault-group", "rg-security");
    person.write("new-vault-name", "kv-screen-eastus");
    person.write("new-vault-days", "90");
    person.click("new-vault-create");
    person.await("the form to close", () -> person.node("new-vault-name").isEmpty());
    KeyStore made = PRACTICE.store("kv-screen-eastus");
    assertThat(made.protection()).isEqualTo(new KeyStore.Protection(true, true, 90));
    assertThat(made.rbac()).isTrue();
    person.await("its keys", () -> person.usable("key").isPresent());
    show("key");
    person.sees("This store has no keys.");
    person.picture("key-empty");
    hide("key");
    person.click("new-key-link");
    person.write("new-key-name", "first-kek");
    person.picture("new-key");
    person.click("new-key-submit");
    person.await("the key", () -> person.usable("key-finish").isPresent());
    person.sees("RSA 4096");
    person.picture("new-vault-and-key");
    person.click("key-finish");
    assertThat(picked).containsExactly(PRACTICE.newest("kv-screen-eastus", "first-kek"));
  }

  @Test
  void CMK_6_aVaultWithoutPurgeProtectionIsWarnedOfAndLeftOut() {
    open();
    person.click("new-vault-link");
    person.pick("new-vault-group", "rg-security");
    person.write("new-vault-name", "kv-loose-eastus");
    person.click("new-vault-purge");
    person.sees("Without purge protection the vault cannot be used for a server.");
    person.click("new-vault-none");
    person.sees("to make one you need a private endpoint first");
    person.picture("new-vault-choices");
    person.click("new-vault-create");
    person.await("the form to close", () -> person.node("new-vault-name").isEmpty());
    person.click("left-out");
    person.sees("kv-loose-eastus");
  }
}
