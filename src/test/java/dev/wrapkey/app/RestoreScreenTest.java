package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

@OnScreen
class RestoreScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  RestoreScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
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
    person.click("copy-geo");
    person.picture("restore-basics-end");
    person.click("copy-geo");
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
    person.click("firewall-create");
    person.sees("Your deployment is complete");
    person.picture("restore-deployment");
    Server made = PRACTICE.server("ledger-cmk-pg");
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(made.encryption().isCustomerManaged()).isTrue();
    assertThat(data(made)).isEqualTo(data(PRACTICE.server("ledger-pg")));
    assertThat(wrappedBy(made))
        .isEqualTo(PRACTICE.newest("kv-orders-eastus", "orders-kek").toString());
  }

  @Test
  void RST_3_CMK_32_whoeverRestoresAServerWithAKeyIsToldThatTheKeyMustStay() {
    openServer("orders-pg");
    person.click("restore-server");
    person.write("copy-name", "orders-back-pg");
    person.click("point-custom");
    person.write("point-time", "08:15:00");
    person.picture("restore-custom");
    person.click("point-date");
    person.type(javafx.scene.input.KeyCode.F4);
    person.picture("restore-custom-days");
    person.type(javafx.scene.input.KeyCode.ESCAPE);
    person.write("point-time", "23:59:59");
    person.sees("The restore point must be between");
    person.picture("restore-custom-problem");
    person.write("point-time", "8 o'clock");
    person.sees("The time has the form hh:mm:ss");
    person.click("point-fast");
    person.pick("point-backup", "(Full)");
    person.picture("restore-fast");
    person.click("tab-security");
    person.sees("The key of the source must stay all the same");
    person.sees("The identity can use this key");
    person.picture("restore-security-key");
    person.click("service-managed");
    person.click("review");
    person.sees("Validation passed");
    assertThat(person.seen()).contains("Full backup of", "Key of the source, still needed");
    person.click("create");
    person.sees("Your deployment is complete");
    person.sees("It still depends on the key https://kv-orders-eastus");
    person.sees("Restore the backup to the new server");
    person.picture("restore-deployment-key");
    person.click("go-to-resource");
    person.sees("This server still depends on the key https://kv-orders-eastus");
    person.picture("restored-server");
    Server made = PRACTICE.server("orders-back-pg");
    assertThat(made.encryption().isCustomerManaged()).isFalse();
    assertThat(wrappedBy(made)).contains("service-managed");
    assertThat(data(made)).isNotEmpty();
  }

  @Test
  void RST_8_aGeoRestoreBeginsWithTheGeoKeyInThePairedRegion() {
    openServer("billing-pg");
    person.click("restore-server");
    person.sees("Restore to paired region (West Europe)");
    person.click("copy-geo-restore");
    person.await("the other region", () -> person.reads("West Europe\n"));
    person.write("copy-name", "billing-weu-pg");
    person.picture("geo-restore-basics");
    person.click("tab-security");
    person.sees("The identity can use this key");
    assertThat(person.seen()).contains("id-billing-weu", "kv-billing-weu");
    person.picture("geo-restore-security");
    person.click("review");
    person.sees("Validation passed");
    person.click("create");
    person.sees("Your deployment is complete");
    Server made = PRACTICE.server("billing-weu-pg");
    assertThat(made.region()).isEqualTo("westeurope");
    assertThat(data(made)).isEqualTo(data(PRACTICE.server("billing-pg")));
    assertThat(wrappedBy(made)).contains("kv-billing-weu");
  }

  @Test
  void REP_4_aReplicaOfAServerWithAKeyGetsAKeyAndIsListed() {
    openServer("orders-pg");
    person.click("menu-replication");
    person.sees("No read replicas.");
    person.picture("replication-empty");
    person.click("create-replica");
    person.sees("Add read replica to Azure Database for PostgreSQL");
    person.write("copy-name", "orders-replica-pg");
    person.picture("replica-basics");
    person.pick("copy-disk", "512 GiB");
    person.picture("replica-basics-end");
    person.click("tab-security");
    person.sees("so its replica needs one too");
    person.sees("The identity can use this key");
    person.picture("replica-security");
    person.click("review");
    person.sees("Validation passed");
    person.click("create");
    person.sees("Your deployment is complete");
    person.click("go-to-resource");
    person.sees("Status: Ready");
    person.clickText("orders-pg");
    person.click("menu-replication");
    person.sees("orders-replica-pg");
    person.picture("replication");
    Server made = PRACTICE.server("orders-replica-pg");
    assertThat(made.setup().replication().isReplica()).isTrue();
    assertThat(data(made)).isEqualTo(data(PRACTICE.server("orders-pg")));
  }

  @Test
  void REP_2_aBurstableServerGetsNoReplicaAndIsToldWhy() {
    openServer("dev-pg");
    person.click("menu-replication");
    person.sees("Read replica is not supported for the Burstable pricing tier.");
    person.await("no button", () -> person.usable("create-replica").isEmpty());
    person.picture("replication-refused");
  }

  @Test
  void aStoppedServerIsNotRestoredAndIsToldWhy() {
    openServer("dev-pg");
    person.click("stop-server");
    person.sees("Status: Stopped");
    person.click("restore-server");
    person.sees("Server dev-pg is stopped. Start it first");
    person.picture("restore-stopped");
    person.click("review");
    person.sees("Validation failed");
    assertThat(person.usable("create")).isEmpty();
    person.clickText("dev-pg");
    person.click("start-server");
    person.sees("Status: Ready");
    person.click("restore-server");
    person.sees("Earliest restore point");
    person.await("no obstacle", () -> !person.reads("is stopped"));
  }
}
