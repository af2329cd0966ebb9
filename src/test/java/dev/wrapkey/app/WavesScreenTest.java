package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class WavesScreenTest extends OwnWindowScreen {

  private static final List<String> MORE = List.of("shop-1-pg", "shop-2-pg", "shop-3-pg");

  @Start
  void start(Stage newStage) {
    KeyIdentifier key = practice.server("orders-pg").encryption().key().orElseThrow();
    for (String name : MORE) {
      practice
          .administrator()
          .restore(practice.idOf("orders-pg"), name, key, practice.identity("id-orders-eastus"));
      practice.time().jump(Duration.ofMinutes(10));
      practice.administrator().tag(practice.idOf(name), "team", "shop");
      practice.time().jump(Duration.ofMinutes(10));
    }
    begin(newStage);
  }

  @BeforeEach
  void openPage() {
    person.sees("orders-pg");
    person.click("rotate-many");
    person.sees("shop-3-pg");
  }

  private void chooseTheShop() {
    person.pick("waves-tag", "team: shop");
    person.await("the others to go", () -> !person.reads("billing-pg"));
    person.click("waves-all");
    person.sees("3 of ");
    person.await("the start", () -> person.usable("waves-start").isPresent());
  }

  @Test
  void serversOfATagAreRotatedAndTheReportIsSaved() throws IOException {
    person.picture("waves-choose");
    chooseTheShop();
    person.picture("waves-chosen");
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.click("waves-start");
    person.sees("All servers use the new version.");
    person.picture("waves-over-wide");
    KeyIdentifier newest = practice.newest("kv-orders-eastus", "orders-kek");
    for (String name : MORE) {
      assertThat(practice.server(name).encryption().key()).contains(newest);
    }
    Path reports = Files.createDirectory(practice.folder().resolve("reports"));
    desk.dialogs().have(reports, reports.resolve("none"));
    person.click("waves-csv");
    person.sees(".csv");
    person.click("waves-html");
    person.sees(".html");
    try (var files = Files.list(reports)) {
      assertThat(files).hasSize(2).allSatisfy(f -> assertThat(f).content().contains("shop-2-pg"));
    }
  }

  @Test
  void aPersonMarksTheServerThatGoesFirst() {
    chooseTheShop();
    person.click("mark-shop-3-pg");
    person.await("the number to follow", () -> person.usable("waves-canaries").isEmpty());
    person.picture("waves-marked");
    person.click("waves-start");
    person.sees("All servers use the new version.");
    assertThat(WaveLedger.all(practice.folder().resolve(RotationLedger.FOLDER)))
        .singleElement()
        .satisfies(
            ledger ->
                assertThat(ledger.order().orders().getFirst().server().name())
                    .isEqualTo("shop-3-pg"));
  }

  @Test
  void aCanaryThatFailsIsExplainedAndTriedAgain() {
    chooseTheShop();
    practice.itself().faults().switchOn(Fault.FAILS_LATE, FaultOrder.usual(Fault.FAILS_LATE));
    person.click("waves-start");
    person.sees("Too many have failed");
    person.clickText("shop-1-pg");
    person.await("the reason", () -> person.node("waves-detail").isPresent());
    person.picture("waves-failure");
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    person.picture("waves-failure-wide");
    person.click("waves-retry");
    person.sees("All servers use the new version.");
    person.click("waves-another");
    person.sees("Earlier runs");
    person.write("waves-size", "many");
    person.sees("must be a whole number from 1 to 100");
    person.picture("waves-wrong");
  }
}
