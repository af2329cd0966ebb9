package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Plans;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class CreateScreenTest extends WizardScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @Test
  void aPersonMakesAServerWithAKeyOfTheirOwn() {
    fillBasics("screen-pg");
    person.picture("create-basics");
    person.click("next");
    person.write("rule-name-0", "home");
    person.write("rule-start-0", "203.0.113.7");
    person.write("rule-end-0", "203.0.113.9");
    person.await("another empty row", () -> person.node("rule-name-1").isPresent());
    person.picture("create-networking");
    person.click("next");
    person.click("customer-managed");
    person.click("change-identity");
    person.clickRow("id-orders-eastus"::equals);
    person.picture("select-identity");
    person.click("identity-finish");
    person.click("select-key");
    person.pick("key-store", "kv-orders-eastus");
    person.click("left-out");
    person.pick("key", "orders-kek");
    person.await("a version", () -> person.usable("key-finish").isPresent());
    person.picture("select-key");
    person.click("key-finish");
    person.sees("The identity can use this key");
    person.picture("create-security");
    person.click("next");
    person.write("tag-name-0", "team");
    person.write("tag-value-0", "orders");
    person.picture("create-tags");
    person.click("next");
    person.sees("Validation passed");
    person.picture("create-review");
    person.click("create");
    person.sees("Your deployment is complete");
    person.picture("deployment");

    CANARY.looksAt(PRACTICE.folder(), "screen-pg");
    Server made = PRACTICE.server("screen-pg");
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(made.encryption().key()).contains(PRACTICE.newest("kv-orders-eastus", "orders-kek"));
    assertThat(person.focus()).isEqualTo("go-to-resource");
    person.type(KeyCode.ENTER);
    person.sees("Status: Ready");
    assertThat(person.seen()).contains("screen-pg", "ordersadmin").doesNotContain(Plans.PASSWORD);
  }

  @Test
  void aGeoRedundantServerGetsASecondKeyInThePairedRegion() {
    fillBasics("geo-screen-pg");
    person.click("configure-server");
    person.click("geo-redundancy");
    person.click("save-compute");
    person.click("tab-networking");
    person.click("public-access");
    person.click("tab-security");
    person.click("customer-managed");
    person.sees("Server location (East US)");
    person.sees("Geo-redundant backup location (West US)");
    chooseIdentity("id-orders-eastus");
    chooseKey("kv-orders-eastus", "orders-kek");
    person.sees("The identity can use this key");
    person.click("geo-change-identity");
    person.clickRow("id-orders-eastus"::equals);
    person.click("identity-finish");
    person.sees("The primary user-assigned identity and backup identity cannot be the same.");
    person.picture("create-security-geo-problem");
    person.click("geo-change-identity");
    person.clickRow("id-orders-westus"::equals);
    person.click("identity-finish");
    person.click("geo-select-key");
    person.pick("key-store", "kv-orders-westus");
    person.pick("key", "orders-west-kek");
    person.click("key-finish");
    person.picture("create-security-geo");
    person.click("review");
    person.sees("Validation passed");
    assertThat(person.seen()).contains("Geo-backup key", "id-orders-westus");
    person.click("create");
    person.await("a page about the result", () -> person.node("go-to-resource").isPresent());
    Server made = PRACTICE.server("geo-screen-pg");
    assertThat(made.encryption().geo())
        .hasValueSatisfying(
            geo ->
                assertThat(geo.key())
                    .isEqualTo(PRACTICE.newest("kv-orders-westus", "orders-west-kek")));
    assertThat(made.setup().backup().plan().geoRedundant()).isTrue();
  }

  @Test
  void administratorsFromEntraAreNamedOnTheNewServer() {
    fillBasics("entra-pg");
    person.click("method-both");
    person.click("add-signed-in");
    person.await("another empty row", () -> person.node("admin-name-1").isPresent());
    person.write("admin-name-1", "dba");
    person.write("admin-id-1", "not a guid");
    person.sees("The object ID has the form");
    person.picture("create-entra-problem");
    person.write("admin-id-1", "facade00-0000-4000-a000-0000000000f1");
    person.picture("create-entra");
    person.click("review");
    person.sees("Validation passed");
    assertThat(person.seen()).contains("PostgreSQL and Microsoft Entra authentication", "dba (");
    person.click("create");
    person.click("firewall-create");
    person.await("a page about the result", () -> person.node("go-to-resource").isPresent());
    person.sees("Name the Microsoft Entra administrators");
    assertThat(PRACTICE.server("entra-pg").setup().authentication())
        .isEqualTo(Plan.Authentication.Method.BOTH);
    assertThat(PRACTICE.administrator().administratorsOf(PRACTICE.idOf("entra-pg")))
        .hasSize(2)
        .contains("dba");
  }

  @Test
  void aVaultTheIdentityMayNotUseIsToldWithItsRemedyAndPassesAfterTheGrant() {
    fillBasics("granted-pg");
    person.click("tab-security");
    person.click("customer-managed");
    chooseIdentity("id-newcomer-eastus");
    chooseKey("kv-orders-eastus", "orders-kek");
    person.sees("Grant it the role Key Vault Crypto Service Encryption User on kv-orders-eastus");
    person.picture("create-security-refused");
    person.click("tab-review");
    person.sees("Validation failed");
    assertThat(person.usable("create")).isEmpty();
    assertThat(hasRedDot("security")).isTrue();
    PRACTICE
        .administrator()
        .grant(PRACTICE.identity("id-newcomer-eastus"), PRACTICE.store("kv-orders-eastus"));
    person.click("tab-security");
    person.clickText("Check again");
    person.sees("The identity can use this key");
    assertThat(hasRedDot("security")).isFalse();
  }
}
