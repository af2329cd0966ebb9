package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** Plans of copies on their way through files, templates and repeated deployments. */
@OnScreen
class RestorePlanScreenTest extends WindowScreen {

  private static final String TITLE =
      "Create Azure Database for PostgreSQL flexible server - Restore server";

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @TempDir Path folder;

  RestorePlanScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void openRestore() {
    person.clickText("ledger-pg");
    person.sees("Status: Ready");
    person.click("restore-server");
    person.sees(TITLE);
  }

  @Test
  void aSavedPlanOfARestoreIsOpenedFromHomeAsARestore() throws Exception {
    Path file = folder.resolve("back.wrapkey.json");
    desk.dialogs().have(folder, file);
    openRestore();
    person.write("copy-name", "ledger-plan-pg");
    person.click("point-custom");
    person.write("point-time", "07:30:00");
    person.click("save-plan-file");
    person.sees("back.wrapkey.json");
    Plan saved = PlanFile.read(Files.readString(file));
    Origin origin = saved.origin().orElseThrow();
    assertThat(origin.source()).isEqualTo(PRACTICE.idOf("ledger-pg"));
    assertThat(origin.moment().orElseThrow()).hasToString("2026-03-02T07:30:00Z");
    person.clickText("Home");
    person.click("open-plan");
    person.sees(TITLE);
    person.await("the name", () -> person.reads("ledger-plan-pg"));
    person.await("the moment", () -> person.reads("07:30:00"));
    assertThat(person.seen()).doesNotContain("New Azure Database for PostgreSQL");
  }

  @Test
  void aDeploymentOfARestoreIsChangedInTheRestoreWizardAndNeedsNoPassword() {
    openRestore();
    person.write("copy-name", "ledger-again-pg");
    person.click("review");
    person.sees("Validation passed");
    person.click("create");
    person.click("firewall-create");
    person.sees("Your deployment is complete");
    assertThat(person.node("deployment-depends").filter(n -> n.isManaged()))
        .as("its source has a service-managed key")
        .isEmpty();
    person.click("redeploy");
    person.await("no password", () -> !person.reads("Administrator password"));
    person.click("redeploy-edit");
    person.sees(TITLE);
    person.await("the name", () -> person.reads("ledger-again-pg"));
  }
}
