package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.ui.Loss;
import dev.wrapkey.ui.OnScreen;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;

/** Every cause of portal specification 7.2, recovered by a person at the window. */
@OnScreen
class RecoveryScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void openLost(Loss loss) {
    loss.bringAbout(practice);
    practice.time().jump(Duration.ofMinutes(61));
    person.sees(loss.server());
    person.click("refresh-home");
    person.clickText(loss.server());
    person.sees(loss.server() + " is INACCESSIBLE");
  }

  private Connection connect(String server) {
    return practice.itself().connect(new Connection.Attempt(server, "", "", "", ""));
  }

  /** The buttons of the way back, in their order. */
  private static List<String> steps(Loss loss) {
    return switch (loss) {
      case INA_1_KEY_EXPIRED, INA_1_SECOND_KEY_EXPIRED -> List.of("extend-ina-1");
      case INA_2_OLD_VERSION_EXPIRED -> List.of("newer-ina-2");
      case INA_3_VAULT_DELETED -> List.of("recover-vault-ina-3", "grant-ina-6");
      case INA_4_KEY_DELETED -> List.of("recover-key-ina-4");
      case INA_4_KEY_DISABLED -> List.of("enable-ina-4");
      case INA_5_IDENTITY_DELETED -> List.of("choose-ina-5", "grant-ina-5", "identity-ina-5");
      case INA_6_ROLE_REMOVED -> List.of("grant-ina-6");
      case INA_7_POLICY_REVOKED -> List.of("grant-ina-7");
      case INA_8_FIREWALL_CLOSED -> List.of("trust-ina-8");
      case INA_9_KEY_NOT_ACTIVE_YET -> List.of("activate-ina-9");
    };
  }

  private void take(String step) {
    if (step.startsWith("choose")) {
      person.take("choose-" + step, "id-newcomer-eastus");
      person.sees("Done");
    } else {
      person.click("do-" + step);
      person.click("confirm-" + step);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonBringsTheServerBackStepByStep(Loss loss) {
    String name = loss.name().toLowerCase(Locale.ROOT).replace('_', '-');
    openLost(loss);
    assertThat(connect(loss.server()).accepted()).isFalse();
    person.click("server-recover");
    person.sees("Likely causes and the way back");
    person.sees("Seen just now (" + loss.rule() + ")");
    person.picture("recovery-" + name);
    steps(loss).forEach(this::take);
    person.sees("there is nothing to press");
    person.click("recovery-jump");
    person.sees(loss.server() + " is ready again");
    person.picture("recovery-" + name + "-back");
    assertThat(practice.server(loss.server()).state()).isEqualTo("Ready");
    assertThat(connect(loss.server()).accepted()).isTrue();
    assertThat(connect(loss.server()).rows()).isPositive();
  }

  @Test
  void aStepIsConfirmedOrLeftAloneAndTheRotationComesLast() {
    openLost(Loss.INA_1_KEY_EXPIRED);
    person.picture("recovery-overview");
    person.click("server-recover");
    person.click("do-extend-ina-1");
    person.sees("Yes: Extend the expiry");
    assertThat(person.focus()).as("Enter changes nothing").isEqualTo("keep-extend-ina-1");
    person.picture("recovery-confirm");
    person.click("keep-extend-ina-1");
    person.await("the question again", () -> person.usable("do-extend-ina-1").isPresent());
    assertThat(person.node("rotate-rotate-ina-1")).isEmpty();
    take("extend-ina-1");
    person.sees("Waiting");
    person.picture("recovery-waiting");
    assertThat(person.node("rotate-rotate-ina-1")).isEmpty();
    person.click("recovery-jump");
    person.sees("Next: rotate the key now");
    person.picture("recovery-rotate");
    person.click("recovery-rotate");
    person.sees("billing-pg | Key rotation");
  }

  @Test
  void theDataEncryptionPageLeadsHereAndBack() {
    openLost(Loss.INA_8_FIREWALL_CLOSED);
    person.click("menu-encryption");
    person.sees("lets trusted Microsoft services in no longer");
    person.click("recover-server");
    person.sees("orders-pg | Recovery");
    person.click("recovery-encryption");
    person.sees("orders-pg | Data encryption");
  }

  @Test
  void aServerThatIsWellSaysSo() {
    person.sees("orders-pg");
    person.clickText("orders-pg");
    person.sees("Status: Ready");
    person.click("menu-recovery");
    person.sees("orders-pg can use its keys");
    person.picture("recovery-fine");
  }
}
