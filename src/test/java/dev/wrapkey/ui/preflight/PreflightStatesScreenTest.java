package dev.wrapkey.ui.preflight;

import static dev.wrapkey.ui.preflight.ScriptedExaminer.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Views;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Every state of the panel. */
@OnScreen
class PreflightStatesScreenTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static final KeyIdentifier VERSION =
      KeyIdentifier.of(
          "https://kv-lab-eastus.vault.azure.net/keys/lab-kek/0123456789abcdef0123456789abcdef");

  private final ScriptedExaminer examiner = new ScriptedExaminer();
  private final PreflightViewModel panel =
      examiner.panel(
          new Tasks(
              work -> Thread.ofVirtual().start(work),
              Platform::runLater,
              bug -> {
                throw new AssertionError(bug);
              }));
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    VBox page = new VBox(Views.<Parent>load("preflight", new PreflightView(panel)));
    page.getStyleClass().addAll("page", "wizard-form");
    stage.setScene(new Scene(page, 800, 760));
    Screens.place(stage, 800, 760);
    stage.show();
  }

  private Person person(FxRobot robot) {
    return new Person(robot, stage);
  }

  private void run() {
    Person.act(panel::run);
  }

  private static KeyStore store() {
    return PRACTICE.store("kv-lab-eastus");
  }

  private static Check failed(String rule, String message, Remedy remedy) {
    return new Check(rule, Purpose.PRIMARY, Verdict.FAILED, message, Optional.of(remedy));
  }

  private static Check purge() {
    return failed(
        "CMK-6",
        "Purge protection is off for kv-lab-eastus. Without it whoever purges a deleted key"
            + " destroys the server's data.",
        new Remedy.EnablePurgeProtection(store()));
  }

  private static Check grant() {
    ManagedIdentity identity = PRACTICE.identity("id-orders-eastus");
    return failed(
        "CMK-10",
        "Identity id-orders-eastus may not do this with the keys of kv-lab-eastus: get, wrapKey,"
            + " unwrapKey. Without these rights the service cannot unwrap the server's data"
            + " encryption key.",
        new Remedy.Grant(store(), identity));
  }

  private static Check[] everyRemedy() {
    return new Check[] {
      purge(),
      grant(),
      failed(
          "CMK-8",
          "The firewall of kv-lab-eastus keeps the database service out.",
          new Remedy.AllowTrustedServices(store())),
      failed(
          "CMK-16",
          "Key lab-kek expired on 1 February 2026.",
          new Remedy.ExtendExpiry(VERSION, Practice.START.plus(Duration.ofDays(365)))),
      failed("CMK-17", "Key lab-kek is disabled.", new Remedy.EnableKey(VERSION)),
      passed("CMK-3", Purpose.PRIMARY),
      check("CMK-21", Purpose.GEO, Verdict.ADVICE, "Another region is recommended."),
      passed("CMK-3", Purpose.GEO),
      passed("STATE-1", Purpose.SERVER),
      passed("RIGHT-1", Purpose.SERVER)
    };
  }

  private static Check passed(String rule, Purpose purpose) {
    return check(rule, purpose, Verdict.PASSED, "It is as it must be.");
  }

  @Test
  void whatFailedStandsFirstWithItsRemedyAndWhatPassedIsFolded(FxRobot robot) {
    examiner.finds(everyRemedy());
    run();
    Person person = person(robot);
    person.sees("5 of 10 checks failed: Azure would refuse this.");
    person.sees("in 1.2 s");
    assertThat(person.seen()).contains("Show 2 that passed").doesNotContain("RIGHT-1");
    person.picture("preflight-failed");
    person.click("checks-server-fold");
    person.sees("RIGHT-1");
    person.sees("Hide 2 that passed");
    person.picture("preflight-unfolded");
    person.click("rule-cmk-16-primary");
    assertThat(examiner.rules()).containsExactly("CMK-16");
  }

  @Test
  void allPassed(FxRobot robot) {
    examiner.finds(passed("CMK-6", Purpose.PRIMARY), passed("RIGHT-1", Purpose.SERVER));
    run();
    person(robot).sees("All 2 checks passed.");
    person(robot).picture("preflight-passed");
  }

  @Test
  void whatCouldNotBeSeenIsToldAndDoesNotForbid(FxRobot robot) {
    examiner.finds(
        check(
            "CMK-3",
            Purpose.PRIMARY,
            Verdict.UNKNOWN,
            "There was no usable answer about the key store kv-lab-eastus (Unreachable); try"
                + " again."),
        check("RIGHT-1", Purpose.SERVER, Verdict.UNKNOWN, "There was no usable answer."));
    run();
    person(robot).sees("2 of 2 checks could not be made");
    person(robot).picture("preflight-offline");
    assertThat(panel.clearProperty().get()).isTrue();
  }

  @Test
  void whileItRunsItTellsHowFarItIsAndCanBeStopped(FxRobot robot) {
    examiner.finds(passed("CMK-6", Purpose.PRIMARY)).holds();
    run();
    Person person = person(robot);
    person.sees("Checking against what there is now … 1 so far");
    person.picture("preflight-running");
    person.click("preflight-stop");
    person.sees("Stopped after 1 check;");
    person.picture("preflight-stopped");
    assertThat(person.focus()).isEqualTo("preflight-again");
  }

  @Test
  void whatCannotBeUndoneDemandsTheName(FxRobot robot) {
    examiner.finds(purge()).thenFinds(passed("CMK-6", Purpose.PRIMARY));
    run();
    Person person = person(robot);
    person.click("mend-cmk-6-primary");
    person.sees("This cannot be undone by anyone.");
    person.sees("Nobody can turn it off again");
    assertThat(person.usable("apply-cmk-6-primary")).isEmpty();
    assertThat(person.focus()).isEqualTo("name-cmk-6-primary");
    person.picture("preflight-irreversible");
    person.click("keep-cmk-6-primary");
    assertThat(examiner.applied()).isEmpty();
    person.click("mend-cmk-6-primary");
    person.write("name-cmk-6-primary", "kv-lab-eastus");
    person.click("apply-cmk-6-primary");
    person.sees("It has taken effect.");
    person.sees("The check passed.");
    person.picture("preflight-repaired");
  }

  @Test
  void aGrantIsLookedForUntilItTakesEffect(FxRobot robot) {
    examiner
        .finds(grant())
        .looks(new Probe(3, Duration.ofSeconds(30), Duration.ofMinutes(15), grant()));
    run();
    Person person = person(robot);
    person.sees("1 of 1 checks failed");
    examiner.holds();
    person.click("mend-cmk-10-primary");
    assertThat(person.focus()).isEqualTo("keep-cmk-10-primary");
    person.picture("preflight-grant");
    person.click("apply-cmk-10-primary");
    person.sees("looked 3 times in 0 min 30 s, for at most 15 min");
    person.picture("preflight-probing");
    person.click("leave-cmk-10-primary");
    person.sees("You did not wait.");
    person.picture("preflight-left");
  }

  @Test
  void aRefusalSaysWhatItMeans(FxRobot robot) {
    examiner
        .finds(grant())
        .refuses(
            new CloudFailure(
                CloudFailure.Kind.FORBIDDEN,
                "AuthorizationFailed",
                "The client does not have authorization to perform action"
                    + " 'Microsoft.Authorization/roleAssignments/write'.",
                "c"));
    run();
    Person person = person(robot);
    person.click("mend-cmk-10-primary");
    person.click("apply-cmk-10-primary");
    person.sees("Azure refused this because a permission is missing.");
    person.picture("preflight-refused");
  }
}
