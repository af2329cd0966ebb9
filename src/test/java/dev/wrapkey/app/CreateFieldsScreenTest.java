package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class CreateFieldsScreenTest extends WizardScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
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
