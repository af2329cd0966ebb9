package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class RestoreScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Desk desk = new Desk(PRACTICE);
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
  }

  @BeforeEach
  void sit(FxRobot robot) {
    person = new Person(robot, stage);
  }

  @AfterEach
  void nothingUnexpected() {
    assertThat(desk.bugs()).isEmpty();
  }

  private void openServer(String name) {
    person.clickText(name);
    person.sees("Status: Ready");
  }

  private void chooseKey(String store, String key) {
    person.click("select-key");
    person.pick("key-store", store);
    person.pick("key", key);
    person.click("key-finish");
  }

  private byte[] data(Server server) {
    return PRACTICE.inspector().page(server.id().toString(), 0).orElseThrow().plain();
  }

  private String wrappedBy(Server server) {
    return PRACTICE.inspector().look(server.id().toString()).orElseThrow().wrapped().keyVersion();
  }

  @Test
  void CMK_31_aServiceManagedServerGetsACustomersKeyByARestore() {
    openServer("ledger-pg");
    person.click("menu-encryption");
    person.click("change-mode");
    person.sees("Create Azure Database for PostgreSQL flexible server - Restore server");
    person.sees("Earliest restore point");
    person.write("copy-name", "ledger-cmk-pg");
    person.picture("restore-basics");
    person.click("next");
    person.sees("A copy keeps the connectivity method of its source");
    person.picture("restore-networking");
    person.click("next");
    person.sees("Here, and only here, the encryption mode may be chosen anew");
    person.picture("restore-security-service");
    person.click("customer-managed");
    person.click("change-identity");
    person.clickRow("id-orders-eastus"::equals);
    person.click("identity-finish");
    chooseKey("kv-orders-eastus", "orders-kek");
    person.sees("The identity can use this key");
    person.picture("restore-security-customer");
    person.click("next");
    person.picture("restore-tags");
    person.click("next");
    person.sees("Validation passed");
    assertThat(person.seen()).contains("Latest restore point (Now)", "ledger-pg");
    person.picture("restore-review");
    person.click("create");
    if (person.node("firewall-create").isPresent()) {
      person.click("firewall-create");
    }
    person.sees("Your deployment is complete");
    person.picture("restore-deployment");
    Server made = PRACTICE.server("ledger-cmk-pg");
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(made.encryption().isCustomerManaged()).isTrue();
    assertThat(data(made)).isEqualTo(data(PRACTICE.server("ledger-pg")));
    assertThat(wrappedBy(made))
        .isEqualTo(PRACTICE.newest("kv-orders-eastus", "orders-kek").toString());
  }
}
