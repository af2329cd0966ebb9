package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** The menu of a deployment's page, and its way back to the wizard. */
@OnScreen
class DeploymentPartsScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();
  @RegisterExtension static final Canary CANARY = new Canary(Plans.PASSWORD);

  DeploymentPartsScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @AfterEach
  void noPasswordIsSeen() {
    assertThat(person.seen()).doesNotContain(Plans.PASSWORD);
  }

  private void deploy(String name) {
    Person.act(
        () -> {
          var deployments = desk.ongoing().deployments();
          deployments.open(deployments.begin(Plans.encrypted(PRACTICE, name)));
        });
    person.sees("Your deployment is complete");
  }

  private String text(String id) {
    return ((TextInputControl) person.node(id).orElseThrow()).getText();
  }

  @Test
  void inputsOutputsAndTemplateAreShownAndNoneHoldsThePassword() {
    deploy("parts-pg");
    person.click("menu-inputs");
    person.sees("administratorLogin");
    person.sees("parts-pg");
    person.sees("Secret; kept nowhere");
    person.picture("deployment-inputs");
    person.click("menu-outputs");
    person.sees("serverId");
    person.picture("deployment-outputs");
    person.click("menu-template");
    person.await("the template", () -> person.node("template-content").isPresent());
    assertThat(text("template-content")).contains("secureString").doesNotContain(Plans.PASSWORD);
    person.picture("deployment-template");
    person.click("menu-overview");
    person.sees("Your deployment is complete");
  }

  @Test
  void redeployLeadsToTheWizardWithThePlanToBeChanged() {
    deploy("again-pg");
    person.click("redeploy");
    person.picture("deployment-redeploy-or-edit");
    person.click("redeploy-edit");
    person.await("the name", () -> text("name").equals("again-pg"));
    assertThat(text("password")).isEmpty();
    person.sees("Specified server name is already used.");
    person.write("name", "other-pg");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
    person.click("tab-security");
    person.sees("The identity can use this key");
    person.click("review");
    person.sees("Validation passed");
    person.click("create");
    person.sees("Your deployment is complete");
    assertThat(PRACTICE.server("other-pg").encryption())
        .isEqualTo(PRACTICE.server("again-pg").encryption());
  }
}
