package dev.wrapkey.ui.preflight;

import static dev.wrapkey.ui.preflight.ScriptedExaminer.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The causes of a failure, in states that the practice cloud does not reach by itself. */
@OnScreen
class CausesScreenTest {

  private final ScriptedExaminer examiner = new ScriptedExaminer();
  private final VBox page = new VBox();
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    page.getStyleClass().addAll("page", "wizard-form");
    stage.setScene(new Scene(page, 560, 520));
    Screens.place(stage, 560, 520);
    stage.show();
  }

  private Person show(FxRobot robot, String code) {
    CloudFailure why = new CloudFailure(CloudFailure.Kind.KEY_UNUSABLE, code, "Not found.", "");
    Person.act(() -> page.getChildren().setAll(new Causes(examiner.panel(), why)));
    return new Person(robot, stage);
  }

  @Test
  void ifEverythingIsInOrderTheRightsAreLikelyOnTheirWay(FxRobot robot) {
    examiner.finds(
        check("KEY-1", Purpose.PRIMARY, Verdict.PASSED, "The key is there."),
        check("CMK-10", Purpose.PRIMARY, Verdict.PASSED, "The identity may use the key."),
        check("CMK-8", Purpose.PRIMARY, Verdict.PASSED, "The service reaches the key store."));
    Person person = show(robot, "AzureKeyVaultKeyNotFound");
    person.sees("Likely: the identity got its rights a moment ago");
    person.sees("Possible: the key store is gone");
    person.sees("This cannot be seen from outside.");
    person.picture("causes-likely");
  }

  @Test
  void withoutEvidenceNothingIsRuledOut(FxRobot robot) {
    examiner.finds(
        check("KEY-1", Purpose.PRIMARY, Verdict.UNKNOWN, "There was no usable answer."),
        check("CMK-10", Purpose.PRIMARY, Verdict.UNKNOWN, "There was no usable answer."));
    Person person = show(robot, "AzureKeyVaultMissingPermissions");
    person.sees("CMK-10 could not be decided.");
    assertThat(person.seen()).doesNotContain("Ruled out", "ruled out");
    person.picture("causes-unseen");
  }

  @Test
  void everySuspectHasWords() {
    for (Suspect suspect : Suspect.values()) {
      assertThat(Texts.text("preflight.suspect." + suspect)).doesNotEndWith(".");
    }
  }
}
