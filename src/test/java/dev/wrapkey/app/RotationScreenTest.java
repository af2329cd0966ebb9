package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.control.Theme;
import java.time.Duration;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class RotationScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void openRotation(String server) {
    person.sees(server);
    person.clickText(server);
    person.sees("Status: Ready");
    person.click("menu-encryption");
    person.sees("Key status: Valid");
    person.click("guided-rotation");
    person.sees(server + " | Key rotation");
    person.await("the choice", () -> person.usable("rotation-start").isPresent());
  }

  @Test
  void aNewVersionIsMadeAndTheOldOneIsDisabledWhenTheGateOpens() {
    KeyIdentifier old = practice.server("orders-pg").encryption().key().orElseThrow();
    openRotation("orders-pg");
    person.click("az-update");
    person.sees("az postgres flexible-server update");
    person.picture("rotation-planned");

    person.click("rotation-start");
    person.sees("The server uses the new version.");
    KeyIdentifier fresh = practice.newest("kv-orders-eastus", "orders-kek");
    assertThat(practice.server("orders-pg").encryption().key()).contains(fresh).isNotEqualTo(old);
    person.sees("The old version may be disabled from");
    person.sees("for 2 hours after that (CMK-41");
    person.picture("rotation-gate-closed");

    person.click("gate-disable");
    person.sees("Not yet");
    person.picture("rotation-gate-refused");
    assertThat(person.node("retire-do")).isEmpty();
    person.click("retire-keep");

    practice.time().jump(Duration.ofHours(3));
    person.click("gate-look");
    person.sees("Nothing that can be seen needs the old version any more.");
    person.picture("rotation-gate-open");
    person.click("gate-disable");
    person.sees("Disable the old version?");
    person.picture("rotation-disable");
    person.click("retire-do");
    person.sees("The old version is disabled since");
    person.sees("Nothing is left to do.");
    person.picture("rotation-disabled");
    assertThat(practice.cloud().keyStores().get(old).life().enabled()).isFalse();
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
  }

  @Test
  void aRotationThatIsRefusedShowsTheCauseAndIsGoneOnWithOnceThatIsMended() {
    KeyIdentifier old = practice.server("orders-pg").encryption().key().orElseThrow();
    openRotation("orders-pg");
    person.click("how-other");
    person.await("nothing to do", () -> person.usable("rotation-start").isEmpty());
    person.picture("rotation-other");
    person.click("how-new-version");
    practice.administrator().enable(old, false);
    person.click("rotation-start");
    person.sees("This step was held back");
    person.sees("Key orders-kek is disabled.");
    person.sees("Azure would refuse this.");
    person.picture("rotation-refused");
    practice.administrator().enable(old, true);
    person.click("rotation-go-on");
    person.sees("The server uses the new version.");
    KeyIdentifier fresh = practice.newest("kv-orders-eastus", "orders-kek");
    assertThat(practice.server("orders-pg").encryption().key()).contains(fresh);
  }

  @Test
  void aRotationCanBeRolledBackAndIsRememberedInTheDark() {
    KeyIdentifier old = practice.server("orders-pg").encryption().key().orElseThrow();
    openRotation("orders-pg");
    person.click("rotation-start");
    person.sees("The server uses the new version.");
    person.click("rotation-back");
    person.sees("Roll back to the old key?");
    person.picture("rotation-back");
    person.click("back-do");
    person.sees("The server has the key it had before.");
    assertThat(practice.server("orders-pg").encryption().key()).contains(old);
    person.click("rotation-another");
    person.await("the choice", () -> person.usable("rotation-start").isPresent());
    person.sees("Earlier rotations of this server");
    Person.act(() -> Theme.DARK.apply(stage.getScene()));
    person.picture("rotation-history-dark");
    assertThat(RotationLedger.all(practice.folder().resolve(RotationLedger.FOLDER)))
        .extracting(ledger -> ledger.entry().phase())
        .containsExactly(RotationLedger.Phase.ROLLED_BACK);
  }

  @Test
  void whoStandsOnAStepStaysThereWhenTheStepsAreShownAnew() {
    openRotation("billing-pg");
    person.sees("Key for the geo-redundant backup");
    person.picture("rotation-two-keys");
    Person.act(() -> person.node("az-update").orElseThrow().requestFocus());
    CheckBox geo = (CheckBox) person.node("fresh-geo").orElseThrow();
    Person.act(() -> geo.setSelected(false));
    assertThat(person.focus()).isEqualTo("az-update");
  }
}
