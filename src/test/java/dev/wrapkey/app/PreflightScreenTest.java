package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.simulator.world.Profile;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** A person whose key cannot serve yet, and the vaults of the starter landscape that teach it. */
@OnScreen
class PreflightScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void look() {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
  }

  private void review(String name, String identity, String store, String key) {
    fill(name, identity);
    person.write("identifier", practice.newest(store, key).toString());
    person.click("review");
  }

  private void fill(String name, String identity) {
    person.click("create-server");
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
    person.write("name", name);
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
    person.click("tab-security");
    person.click("customer-managed");
    person.click("change-identity");
    person.clickRow(identity::equals);
    person.click("identity-finish");
    person.click("method-enter");
  }

  private void refused() {
    person.sees("Azure would refuse this server");
    assertThat(person.usable("create")).isEmpty();
  }

  private void passes() {
    person.sees("It has taken effect.");
    person.sees("Validation passed");
    person.await("Create", () -> person.usable("create").isPresent());
  }

  @Test
  void cmk6PurgeProtectionIsTurnedOnAfterTheNameOfTheVaultIsTyped() {
    review("lab-made-pg", "id-orders-eastus", "kv-lab-eastus", "lab-kek");
    refused();
    person.picture("review-purge");
    person.click("mend-cmk-6-primary");
    person.write("name-cmk-6-primary", "kv-lab-eastus");
    person.picture("review-purge-asked");
    person.click("apply-cmk-6-primary");
    passes();
    assertThat(practice.store("kv-lab-eastus").protection().purge()).isTrue();
    person.picture("review-purge-done");
    person.click("rule-cmk-7-primary");
    person.sees("90 days to retain deleted vaults are recommended");
    person.picture("review-rule");
    person.clickText("Create");
    person.sees("Check before you create");
  }

  @Test
  void aPracticeCloudOfJanuary2023IsJudgedByTheRulesOfThatTime() {
    practice.itself().liveBy(Profile.OF_2023);
    review("early-pg", "id-orders-eastus", "kv-orders-eastus", "orders-kek");
    person.sees("By the rules of January 2023, by which this practice cloud lives:");
    person.sees("In January 2023: The identity has an access policy of the key vault");
    assertThat(person.usable("create")).isEmpty();
    person.picture("review-2023");
    practice.itself().liveBy(Profile.CURRENT);
    person.click("preflight-again");
    passesToday();
  }

  private void passesToday() {
    person.sees("Validation passed");
    assertThat(person.seen()).doesNotContain("By the rules of January 2023");
  }

  @Test
  void aKeyIsProvenByTheRulesOfThePracticeCloudOnTheDataEncryptionPage() {
    practice.itself().liveBy(Profile.OF_2023);
    person.sees("orders-pg");
    person.clickText("orders-pg");
    person.sees("Status: ");
    person.click("menu-encryption");
    person.sees("In January 2023: The identity has an access policy of the key vault");
    person.picture("blade-2023");
  }

  @Test
  void cmk10TheRoleIsGrantedAndLookedForUntilItHolds() {
    review("grant-made-pg", "id-newcomer-eastus", "kv-orders-eastus", "orders-kek");
    refused();
    person.click("mend-cmk-10-primary");
    person.click("apply-cmk-10-primary");
    person.sees("It has taken effect.");
    person.picture("review-granted");
  }

  @Test
  void cmk8TrustedServicesAreLetThrough() {
    fill("sealed-made-pg", "id-orders-eastus");
    person.click("automatic-version"); // nobody outside can tell the vault's versions
    person.write("identifier", "https://kv-sealed-eastus.vault.azure.net/keys/sealed-kek");
    person.click("review");
    refused();
    person.picture("review-sealed");
    person.click("mend-cmk-8-primary");
    person.click("apply-cmk-8-primary");
    person.sees("It has taken effect.");
  }

  @Test
  void cmk10AnAccessPolicyIsAddedWhereTheVaultHasThose() {
    review("policy-made-pg", "id-orders-eastus", "kv-policy-eastus", "policy-kek");
    refused();
    person.picture("review-policy");
    person.click("mend-cmk-10-primary");
    person.click("apply-cmk-10-primary");
    passes();
  }

  @Test
  void theCauseOfAFailedDeploymentIsFoundAndMended() {
    begin("cause-pg", "id-newcomer-eastus", "kv-orders-eastus", "orders-kek");
    person.sees("Your deployment failed");
    person.click("failure-details");
    person.sees("Found: the identity may not use the key");
    person.sees("CMK-10 failed just now.");
    person.picture("causes");
    person.click("causes-fold");
    person.sees("Ruled out: the key does not permit");
    person.picture("causes-ruled-out");
    person.click("mend-no-rights");
    person.picture("causes-asked");
    person.click("apply-no-rights");
    person.sees("It has taken effect.");
    person.picture("causes-mended");
  }

  private void begin(String name, String identity, String store, String key) {
    DataEncryption encryption =
        DataEncryption.customerManaged(
            practice.newest(store, key), practice.identity(identity).id());
    Person.act(
        () -> {
          var deployments = desk.ongoing().deployments();
          deployments.open(deployments.begin(Plans.plan(practice, name, encryption)));
        });
  }
}
