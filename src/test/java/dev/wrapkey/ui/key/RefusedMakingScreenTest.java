package dev.wrapkey.ui.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.PaneDesk;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A person who makes something and may not: what is lacking, who can give it, and then it goes. */
@OnScreen
class RefusedMakingScreenTest extends KeyPaneScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @TempDir private static Path files;

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @Override
  Practice practice() {
    return PRACTICE;
  }

  private static Cloud with(String part, Object bent) {
    return PaneDesk.swayed(
        Cloud.class,
        PRACTICE.cloud(),
        (method, arguments, call) -> method.getName().equals(part) ? bent : call.go());
  }

  @Test
  void anImportThatTheVaultRefusesIsOfferedItsPermissionAndGoesOn() {
    open();
    person.pick("key-store", "kv-policy-eastus");
    person.click("new-key-link");
    person.click("way-import");
    person.write("new-key-file", Samples.lay("plain.pem", files).toString());
    person.write("new-key-name", "brought-kek");
    person.click("new-key-submit");
    person.sees("your account lacks the role Key Vault Crypto Officer");
    person.picture("new-key-refused");
    person.click("new-key-access-grant");
    person.await("the key", () -> person.usable("key-finish").isPresent());
    person.click("key-finish");
    assertThat(picked).singleElement().extracting(KeyIdentifier::key).isEqualTo("brought-kek");
  }

  @Test
  void aNewVersionIsTriedUntilThePermissionHasArrived() throws Exception {
    AtomicInteger tried = new AtomicInteger();
    KeyStores late =
        PaneDesk.swayed(
            KeyStores.class,
            PRACTICE.cloud().keyStores(),
            (method, arguments, call) -> {
              if (method.getName().equals("rotate") && tried.incrementAndGet() < 4) {
                throw new CloudFailure(
                    Kind.FORBIDDEN, "ForbiddenByRbac", "Caller is not authorized to rotate.", "");
              }
              return call.go();
            });
    KeyIdentifier before = PRACTICE.newest("kv-orders-eastus", "ledger-kek");
    PRACTICE.time().pause(Duration.ofMinutes(5));
    open(with("keyStores", late), desk.tasks(), "eastus", false);
    person.pick("key-store", "kv-orders-eastus");
    person.pick("key", "ledger-kek");
    person.click("new-version-link");
    person.click("new-version-submit");
    person.sees("It may give itself that permission.");
    person.picture("new-version-refused");
    person.click("new-version-access-grant");
    person.await("the new version", () -> person.usable("key-finish").isPresent());
    assertThat(tried).hasValue(4);
    assertThat(PRACTICE.newest("kv-orders-eastus", "ledger-kek")).isNotEqualTo(before);
  }

  @Test
  void aVaultThatTheAccountMayNotMakeNamesTheRoleAndTheCommand() {
    NewVaults closed =
        PaneDesk.swayed(
            NewVaults.class,
            PRACTICE.cloud().newVaults(),
            (method, arguments, call) -> {
              if (method.getName().equals("create")) {
                throw new CloudFailure(
                    Kind.FORBIDDEN,
                    "AuthorizationFailed",
                    "The client does not have authorization to perform action"
                        + " 'Microsoft.KeyVault/vaults/write'.",
                    "");
              }
              return call.go();
            });
    open(with("newVaults", closed), desk.tasks(), "eastus", true);
    person.click("new-vault-link");
    person.pick("new-vault-group", "rg-security");
    person.write("new-vault-name", "kv-refused-eastus");
    person.click("new-vault-create");
    person.sees("your account lacks the role Key Vault Contributor on rg-security");
    assertThat(person.seen())
        .contains("az role assignment create --role", "/resourceGroups/rg-security");
    person.picture("new-vault-refused");
  }
}
