package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.OnScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A person asks what would break, breaks it all the same, and mends it. */
@OnScreen
class BreakingScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void openList() {
    person.click("section-vaults");
    person.sees("hsm-orders-eastus");
  }

  private void after(Duration time) {
    practice.time().jump(time);
  }

  private String state(String server) {
    return practice.server(server).state();
  }

  private void ask(String thing) {
    person.click("vaults-breaking");
    person.sees("Choose a thing and an act");
    person.await("what there is", () -> person.usable("breaking-thing").isPresent());
    person.pick("breaking-thing", thing);
  }

  @Test
  void theAnswerIsGivenWithoutDoingAnythingAndCanBeSaved() throws IOException {
    desk.dialogs().have(practice.folder(), practice.folder().resolve("plan.json"));
    person.click("vaults-breaking");
    person.sees("Choose a thing and an act");
    person.await("what there is", () -> person.usable("breaking-thing").isPresent());
    person.picture("breaking-empty");
    person.pick("breaking-thing", "kv-orders-eastus");
    person.sees("1 server goes dark: orders-pg.");
    person.sees("INA-3: Recover kv-orders-eastus. It can be recovered until");
    person.picture("breaking-vault");
    person.click("breaking-save");
    person.sees("The answer is saved as");
    Path saved = practice.folder().resolve("before-you-break-it.txt");
    assertThat(Files.readString(saved))
        .contains("Delete key vault kv-orders-eastus")
        .contains("az keyvault recover --name kv-orders-eastus")
        .contains("az role assignment create");
    person.pick("breaking-act", "selected networks and trusted");
    person.sees("Nothing breaks: servers come as a trusted Microsoft service and still get in.");
    person.picture("breaking-harmless");
    after(Duration.ofHours(2));
    assertThat(state("orders-pg")).isEqualTo("Ready");
  }

  @Test
  void aVaultIsDeletedUnderItsTypedNameAndRecoveredFromTheList() {
    person.clickText("kv-orders-eastus");
    person.sees("orders-kek");
    person.click("store-delete");
    person.sees("1 server goes dark: orders-pg.");
    person.click("breaking-do");
    person.sees("Type the name, kv-orders-eastus");
    assertThat(person.usable("breaking-yes")).isEmpty();
    person.write("breaking-name", "kv-orders-eastus");
    person.picture("breaking-confirm");
    person.click("breaking-yes");
    person.sees("Delete key vault kv-orders-eastus: done.");
    after(Duration.ofMinutes(61));
    assertThat(state("orders-pg")).isEqualTo("Inaccessible");
    person.click("crumb-1");
    person.sees("Recover kv-orders-eastus");
    person.picture("vaults-deleted");
    person.clickText("Recover kv-orders-eastus");
    person.sees("kv-orders-eastus is back with its keys");
    person.picture("vaults-recovered");
    practice
        .cloud()
        .safeguards()
        .grant(practice.store("kv-orders-eastus"), practice.identity("id-orders-eastus"));
    after(Duration.ofMinutes(70));
    assertThat(state("orders-pg")).isEqualTo("Ready");
  }

  @Test
  void theFirewallOfAVaultIsClosedAndOpenedFromItsPage() {
    person.write("vault-filter", "kv-reporting");
    person.clickText("kv-reporting-weu");
    person.sees("reporting-kek");
    person.click("store-network");
    person.sees("Let selected networks and trusted Microsoft services reach kv-reporting-weu");
    person.pick("breaking-act", "private endpoints only");
    person.sees("1 server goes dark: reporting-pg.");
    person.click("breaking-do");
    person.write("breaking-name", "kv-reporting-weu");
    person.click("breaking-yes");
    person.sees("done. The servers go dark");
    assertThat(practice.store("kv-reporting-weu").network()).isEqualTo(KeyStore.Network.PRIVATE);
    after(Duration.ofMinutes(61));
    assertThat(state("reporting-pg")).isEqualTo("Inaccessible");
    person.await("what there is", () -> person.usable("breaking-act").isPresent());
    person.pick("breaking-act", "all networks");
    person.sees("Nothing breaks");
    person.click("breaking-do");
    person.click("breaking-yes");
    person.await(
        "the vault to be open",
        () -> person.reads("Let all networks reach kv-reporting-weu: done."));
    after(Duration.ofMinutes(70));
    assertThat(state("reporting-pg")).isEqualTo("Ready");
  }

  @Test
  void aRoleIsTakenFromAnIdentityAndTheIdentityIsDeleted() {
    person.click("vaults-breaking");
    person.await("what there is", () -> person.usable("breaking-kind").isPresent());
    person.pick("breaking-kind", "Identity");
    person.pick("breaking-thing", "id-reporting-weu");
    person.sees("the same name is not enough");
    person.picture("breaking-identity");
    person.pick("breaking-act", "Remove role");
    person.sees("INA-6: Give id-reporting-weu the role");
    person.click("breaking-do");
    person.write("breaking-name", "id-reporting-weu");
    person.click("breaking-yes");
    person.sees("done. The servers go dark");
    after(Duration.ofMinutes(61));
    assertThat(state("reporting-pg")).isEqualTo("Inaccessible");
  }

  @Test
  void theKeysThatServersUseAreAskedAboutWithTheirVersions() {
    person.click("vaults-breaking");
    person.await("what there is", () -> person.usable("breaking-kind").isPresent());
    person.pick("breaking-kind", "Key that servers use");
    person.pick("breaking-thing", "billing-weu-kek");
    person.sees("1 server goes dark: billing-pg.");
    assertThat(person.usable("breaking-do")).isEmpty();
    person.pick("breaking-act", "Purge key");
    person.sees("are gone for good, and 1 server goes dark: billing-pg.");
    person.sees("gone with them: billing-pg (the copies in the paired region).");
    person.picture("breaking-key");
  }
}
