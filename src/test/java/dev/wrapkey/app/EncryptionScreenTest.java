package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.Administrator;
import dev.wrapkey.ui.BentCloud;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The Data encryption page in each of its states (portal specification 5.1). */
@OnScreen
class EncryptionScreenTest {

  private final Practice practice = Practice.opened();
  private final BentCloud bent = new BentCloud(practice.cloud());
  private final Desk desk = new Desk(practice, bent.cloud());
  private final List<String> ended = new ArrayList<>();
  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    desk.open(stage);
    Farewell farewell = new Farewell(desk::mayClose, () -> ended.add("ended"));
    farewell.mind(desk.ongoing());
    farewell.watch(stage);
  }

  @BeforeEach
  void look(FxRobot robot) {
    person = new Person(robot, stage);
  }

  @AfterEach
  void close() {
    practice.time().runAt(0);
    assertThat(desk.bugs()).isEmpty();
    practice.close();
  }

  private void open(String server) {
    person.sees(server);
    person.clickText(server);
    person.sees("Status: ");
    person.click("menu-encryption");
  }

  private KeyIdentifier newest() {
    return practice.newest("kv-orders-eastus", "orders-kek");
  }

  private DataEncryption inTheCloud(String server) {
    return practice.server(server).encryption();
  }

  private String text(String id) {
    return ((TextInputControl) person.node(id).orElseThrow()).getText();
  }

  @Test
  void E1_aServiceManagedServerSaysWhyItCannotChangeAndWhatToDoInstead() {
    open("ledger-pg");
    person.sees("Only a restore of a backup to a new server can choose another one.");
    person.sees("az postgres flexible-server restore");
    assertThat(person.usable("mode-customer")).isEmpty();
    assertThat(person.node("identity")).isEmpty();
    assertThat(person.usable("save")).isEmpty();
    person.picture("blade-e1-service-managed");
  }

  @Test
  void E2_theIdentifierOfTheKeyIsShownTypedOverAndSaved() {
    String before = inTheCloud("orders-pg").key().orElseThrow().toString();
    open("orders-pg");
    person.sees("Key status: Valid");
    assertThat(text("identifier")).isEqualTo(before);
    assertThat(((ComboBox<?>) person.node("identity").orElseThrow()).getItems()).hasSize(1);
    person.sees("The identity can use this key");
    person.picture("blade-e2");
    person.write("identifier", newest().toString());
    person.await("Save", () -> person.usable("save").isPresent());
    person.picture("blade-e2-changed");
    person.click("save");
    person.sees("Saved. The server now uses " + newest());
    person.picture("blade-e2-saved");
    assertThat(inTheCloud("orders-pg").key()).contains(newest());
  }

  @Test
  void BLD_2_anIdentityIsMadeInPlaceAndChosen() {
    open("orders-pg");
    person.click("create-identity");
    person.sees("Create user assigned managed identity");
    person.pick("new-identity-group", "rg-orders");
    person.write("new-identity-name", "id-blade-made");
    person.click("new-identity-create");
    person.sees("id-blade-made may not do this");
    assertThat(person.usable("save")).isEmpty();
  }

  @Test
  void BLD_3_anIdentityThatIsSelectedInThePaneIsChosen() {
    open("orders-pg");
    person.click("select-identity");
    person.clickRow(row -> row.contains("id-newcomer-eastus"));
    person.click("identity-finish");
    person.sees("id-newcomer-eastus may not do this");
    assertThat(person.usable("save")).isEmpty();
    person.click("identity");
    person.sees("Assigned when you save");
    person.picture("blade-e2-identity");
  }

  @Test
  void E3_twoBlocksNamedByTheirRegionsAndChangedOneByOne() {
    DataEncryption before = inTheCloud("billing-pg");
    open("billing-pg");
    person.sees("Server location (North Europe)");
    person.sees("Geo-redundant backup location (West Europe)");
    person.picture("blade-e3-geo");
    person.click("geo-automatic-version");
    person.await("Save", () -> person.usable("save").isPresent());
    person.picture("blade-e3-geo-changed");
    person.click("save");
    person.sees("Saved. The server now uses");
    assertThat(inTheCloud("billing-pg").key()).isEqualTo(before.key());
    assertThat(inTheCloud("billing-pg").geo().map(GeoEncryption::key))
        .isEqualTo(before.geo().map(geo -> geo.key().versionless()));
  }

  @Test
  void E4_aKeyOfAnotherTenantIsShownAndNotTouched() {
    ResourceId like = practice.idOf("billing-pg");
    ResourceId id =
        new ResourceId(like.subscription(), like.resourceGroup(), like.type(), "tenants-pg");
    assertThat(
            practice
                .administrator()
                .crossTenant(id, "northeurope", practice.identity("id-billing-neu"), ""))
        .isEmpty();
    practice.time().jump(Duration.ofMinutes(10));
    person.click("refresh-home");
    open("tenants-pg");
    person.sees("uses a key of another tenant");
    person.sees(Administrator.CUSTOMER_APPLICATION);
    assertThat(person.node("identity")).isEmpty();
    assertThat(person.usable("save")).isEmpty();
    person.picture("blade-e4-cross-tenant");
  }

  @Test
  void E5_INA_1_whileTheKeyIsExpiredItCannotBeReplaced() {
    open("payroll-pg");
    person.sees("The server payroll-pg is inaccessible");
    person.sees("the key payroll-kek has expired.");
    person.sees("az keyvault key set-attributes --id");
    person.picture("blade-e5-expired");
    person.click("automatic-version");
    person.sees("Extend the expiry of payroll-kek before you change anything here.");
    person.picture("blade-e5-obstacle");
    assertThat(person.usable("save")).isEmpty();
  }

  @Test
  void E6_aReplicaHasItsOwnIdentityAndKeyInItsOwnRegion() {
    practice
        .administrator()
        .replicate(
            practice.idOf("orders-pg"),
            "orders-replica",
            practice.newest("kv-orders-westus", "orders-west-kek"),
            practice.identity("id-orders-westus"));
    practice.time().jump(Duration.ofMinutes(10));
    person.click("refresh-home");
    open("orders-replica");
    person.sees("This server is a read replica of orders-pg.");
    person.sees("The identity can use this key");
    person.picture("blade-e6-replica");
  }

  @Test
  void someoneElsesChangeIsShownBesideMineAndTheServer() {
    open("orders-pg");
    person.sees("The identity can use this key");
    person.click("automatic-version");
    person.await("Save", () -> person.usable("save").isPresent());
    new KeyChange(practice.cloud(), practice.time(), Retry.Policy.STANDARD)
        .run(
            practice.idOf("orders-pg"),
            DataEncryption.customerManaged(newest(), practice.identity("id-orders-eastus").id()),
            event -> {},
            new dev.wrapkey.provisioning.Cancellation());
    person.click("save");
    person.sees("Somebody else has changed the keys of orders-pg");
    assertThat(inTheCloud("orders-pg").key()).contains(newest());
    person.picture("blade-overtaken");
    person.click("keep-mine");
    person.await("Save", () -> person.usable("save").isPresent());
    person.click("save");
    person.sees("Saved. The server now uses the newest version of");
  }

  @Test
  void aSaveThatAzureRefusesNamesItsCausesByWhatIsFoundThen() {
    bent.beforeChange(() -> practice.administrator().enable(newest(), false));
    open("orders-pg");
    person.sees("The identity can use this key");
    person.write("identifier", newest().toString());
    person.await("Save", () -> person.usable("save").isPresent());
    person.click("save");
    person.sees("The managed identity cannot use the key. The server was not changed.");
    person.sees("Key orders-kek is disabled.");
    person.picture("blade-refused");
    assertThat(text("identifier")).as("the edit is kept").isEqualTo(newest().toString());
    practice.administrator().enable(newest(), true);
    person.click("causes-again");
    person.click("save");
    person.sees("Saved. The server now uses " + newest());
  }

  @Test
  void aBusyServerIsWaitedForInSightAndTheWaitCanBeStopped() {
    practice
        .itself()
        .faults()
        .switchOn(
            Fault.BUSY,
            new FaultOrder(
                new Aim("", "", "", "changing-servers"),
                new Rhythm(1, 1, Rhythm.FOR_EVER, 0),
                0,
                ""));
    open("orders-pg");
    person.sees("The identity can use this key");
    person.write("identifier", newest().toString());
    person.await("Save", () -> person.usable("save").isPresent());
    practice.time().runAt(1);
    person.click("save");
    person.sees("The server is busy with another operation (ServerIsBusy).");
    person.picture("blade-busy");
    person.click("stop-waiting");
    person.await("no save", () -> person.node("stop-waiting").isEmpty());
    assertThat(inTheCloud("orders-pg").key()).isNotEqualTo(java.util.Optional.of(newest()));
  }

  @Test
  void leavingWithAnEditAsksOnEveryWayOut() {
    open("orders-pg");
    person.sees("The identity can use this key");
    person.click("automatic-version");
    person.await("an edit", () -> person.usable("discard").isPresent());
    for (Runnable way : waysOut()) {
      way.run();
      person.sees("Discard your changes to the keys of orders-pg?");
      Dialogs.picture("blade-leave");
      person.clickText("Stay");
      person.await("no question", () -> !person.reads("Discard your changes to the keys"));
      assertThat(person.usable("discard")).as("the edit is still there").isPresent();
    }
    fire("crumb-0");
    person.clickText("Discard changes");
    person.await("the list", () -> person.node("create-server").isPresent());
    assertThat(inTheCloud("orders-pg").key().orElseThrow().version()).isPresent();
    assertThat(ended).isEmpty();
  }

  /** A click that is answered by a question does not come back before the answer. */
  private void fire(String id) {
    ButtonBase button = (ButtonBase) person.usable(id).orElseThrow();
    Platform.runLater(button::fire);
  }

  private List<Runnable> waysOut() {
    return List.of(
        () -> fire("menu-overview"),
        () -> fire("crumb-0"),
        () ->
            Platform.runLater(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))));
  }
}
