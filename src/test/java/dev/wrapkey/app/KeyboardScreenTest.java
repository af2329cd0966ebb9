package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** The main job without a mouse. */
@OnScreen
class KeyboardScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  KeyboardScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void press(String id) {
    person.tabTo(id);
    person.type(KeyCode.SPACE);
  }

  @Test
  void fromTheListThroughTheWizardToTheServerWithKeysOnly() {
    press("create-server");
    person.choose("subscription", "Practice Pro");
    person.choose("group", "rg-orders");
    person.enter("name", "keys-pg");
    person.choose("region", "East US");
    person.enter("login", "ordersadmin");
    person.enter("password", Plans.PASSWORD);
    person.enter("confirmation", Plans.PASSWORD);
    press("next");
    person.enter("rule-name-0", "home");
    person.enter("rule-start-0", "203.0.113.7");
    person.enter("rule-end-0", "203.0.113.9");
    press("next");
    person.tabTo("service-managed");
    person.type(KeyCode.DOWN);
    press("change-identity");
    person.enter("identity-filter", "id-orders-eastus");
    person.tabTo("identity-list");
    person.type(KeyCode.DOWN, KeyCode.UP, KeyCode.SPACE);
    press("identity-finish");
    press("select-key");
    person.choose("key-store", "kv-orders-eastus");
    person.choose("key", "orders-kek");
    press("key-finish");
    person.sees("The identity can use this key");
    press("next");
    press("next");
    person.sees("Validation passed");
    press("create");
    person.sees("Your deployment is complete");
    press("go-to-resource");
    person.sees("Status: Ready");
    assertThat(PRACTICE.server("keys-pg").encryption().key())
        .contains(PRACTICE.newest("kv-orders-eastus", "orders-kek"));
  }
}
