package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class CreateScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @RegisterExtension static final Canary CANARY = new Canary(Plans.PASSWORD);

  private final Desk desk = new Desk(PRACTICE);
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  void openWizard(FxRobot robot) {
    person = new Person(robot, stage);
    person.click("create-server");
  }

  @AfterEach
  void nothingUnexpectedAndNoPasswordAnywhere() {
    assertThat(desk.bugs()).isEmpty();
    assertThat(person.seen()).doesNotContain(Plans.PASSWORD);
    CANARY.hasFlownNowhere(PRACTICE.folder());
  }

  private void fillPlace() {
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
  }

  private void fillBasics(String name) {
    fillPlace();
    person.write("name", name);
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
  }

  private void chooseIdentity(String name) {
    person.click("change-identity");
    person.clickRow(name::equals);
    person.click("identity-finish");
  }

  private void chooseKey(String store, String key) {
    person.click("select-key");
    person.pick("key-store", store);
    person.pick("key", key);
    person.click("key-finish");
  }

  private boolean hasRedDot(String tab) {
    return person
        .node("tab-" + tab)
        .orElseThrow()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("problem"));
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
  void badNamesAndWeakPasswordsAreToldAtTheirFields() {
    fillPlace();
    person.write("name", "Orders_PG");
    person.write("login", "admin");
    person.write("password", "weak");
    person.write("confirmation", "weaker");
    person.sees("The name can contain only lowercase letters");
    person.sees("The admin login cannot be admin");
    person.sees("The password needs 8 to 128 characters.");
    person.sees("The passwords do not match.");
    person.picture("create-basics-problems");
    person.write("name", "orders-pg");
    person.await("the cloud's word on orders-pg", () -> !person.reads("only lowercase"));
    person.click("tab-tags");
    person.await("the red dot", () -> hasRedDot("basics"));
    assertThat(hasRedDot("networking")).isFalse();
  }

  @Test
  void theReviewSaysWhatIsMissingAndDoesNotCreate() {
    person.click("tab-review");
    person.sees("Validation failed");
    person.picture("create-review-problems");
    assertThat(person.usable("create")).isEmpty();
    assertThat(hasRedDot("basics")).isTrue();
    person.click("change-basics");
    person.sees("The value must not be empty.");
    assertThat(person.node("name")).isPresent();
  }

  @Test
  void aKeyIdentifierInTheWrongFormIsToldAtItsField() {
    fillPlace();
    person.click("tab-security");
    person.click("customer-managed");
    person.click("method-enter");
    person.write("identifier", "https://kv-orders-eastus.vault.azure.com/keys/orders-kek");
    person.sees("key vaults are under vault.azure.net");
    person.picture("create-security-identifier");
    person.write("identifier", "https://kv-orders-eastus.vault.azure.net/keys/orders-kek");
    person.sees("The version is missing");
    person.click("automatic-version");
    person.await("no complaint", () -> !person.reads("The version is missing"));
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

  @Test
  void escapeClosesThePanesAndGivesTheFocusBack() {
    fillPlace();
    person.click("tab-security");
    person.click("customer-managed");
    person.click("change-identity");
    assertThat(person.node("identity-list")).isPresent();
    person.type(KeyCode.ESCAPE);
    assertThat(person.node("identity-list")).isEmpty();
    assertThat(person.focus()).isEqualTo("change-identity");
    person.click("select-key");
    assertThat(person.node("key-store")).isPresent();
    person.type(KeyCode.ESCAPE);
    assertThat(person.node("key-store")).isEmpty();
    assertThat(person.focus()).isEqualTo("select-key");
  }

  @Test
  void anIdentityIsFoundAndAddedByKeysAlone() {
    fillPlace();
    person.click("tab-security");
    person.click("customer-managed");
    person.click("change-identity");
    person.await("the list", () -> person.row("id-orders-westus"::equals).isPresent());
    person.write("identity-filter", "orders-east");
    person.await("the filter", () -> person.row("id-orders-westus"::equals).isEmpty());
    person.type(KeyCode.TAB, KeyCode.DOWN, KeyCode.ENTER);
    assertThat(person.node("identity-list")).isEmpty();
    assertThat(person.seen()).contains("id-orders-eastus");
  }

  @Test
  void tabWalksThroughTheFieldsOfBasicsInTheirOrder() {
    person.click("subscription");
    person.type(KeyCode.ESCAPE);
    java.util.List<String> walk = new java.util.ArrayList<>();
    for (int i = 0; i < 40 && !walk.contains("confirmation"); i++) {
      if (!person.focus().isEmpty()) {
        walk.add(person.focus());
      }
      person.type(KeyCode.TAB);
    }
    assertThat(walk)
        .containsSubsequence("subscription", "group", "create-group", "name", "region", "version")
        .containsSubsequence("version", "zone", "login", "password", "confirmation");
  }

  @Test
  void aNewResourceGroupIsTypedInPlace() {
    person.pick("subscription", "Practice Production");
    person.click("create-group");
    assertThat(person.focus()).isEqualTo("new-group");
    person.write("new-group", "rg/new");
    person.click("use-group");
    person.sees("A resource group name can contain only");
    person.write("new-group", "rg-new");
    person.click("use-group");
    person.sees("(New) rg-new");
    assertThat(person.node("new-group")).isEmpty();
  }

  @Test
  void aSecurityTabWithoutAPlaceSaysWhatComesFirst() {
    person.click("tab-security");
    person.click("customer-managed");
    person.sees("Choose a subscription and a region on the Basics tab first");
    assertThat(person.node("change-identity")).isEmpty();
  }
}
