package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** Plans in files and in other programs' languages, from the wizard. */
@OnScreen
class PlanScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();
  @RegisterExtension static final Canary CANARY = new Canary(Plans.PASSWORD);

  @TempDir Path folder;
  private Path file;

  PlanScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void giveAFolder() {
    file = folder.resolve("orders.wrapkey.json");
    desk.dialogs().have(folder, file);
  }

  @AfterEach
  void nothingUnexpectedAndNoPasswordAnywhere() throws IOException {
    assertThat(desk.bugs()).isEmpty();
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        assertThat(each).content().doesNotContain(Plans.PASSWORD);
      }
    }
  }

  private static Plan plan() {
    return dev.wrapkey.export.Plans.full("plan-pg")
        .withEncryption(
            DataEncryption.customerManaged(
                    PRACTICE.newest("kv-orders-eastus", "orders-kek"),
                    dev.wrapkey.export.Plans.identity("id-orders-eastus"))
                .withGeo(
                    Optional.of(
                        new GeoEncryption(
                            PRACTICE.newest("kv-orders-westus", "orders-west-kek"),
                            dev.wrapkey.export.Plans.identity("id-orders-westus"),
                            Optional.empty()))));
  }

  private String text(String id) {
    Node node = person.node(id).orElseThrow();
    return ((TextInputControl) node).getText();
  }

  private void save(Plan plan) throws IOException {
    Files.writeString(file, PlanFile.write(plan));
  }

  private void openFromHome() {
    person.click("open-plan");
    person.sees("Opened orders.wrapkey.json");
  }

  private void writePassword() {
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
  }

  @Test
  void aPlanThatIsOpenedFillsEveryTabAndIsSavedTheSame() throws IOException {
    save(plan());
    String before = Files.readString(file);
    openFromHome();
    person.await("the name", () -> text("name").equals("plan-pg"));
    assertThat(text("login")).isEqualTo("pgadmin");
    assertThat(text("password")).isEmpty();
    person.picture("plan-opened");
    writePassword();
    person.click("tab-networking");
    assertThat(text("rule-name-0")).isEqualTo("office");
    assertThat(text("rule-end-1")).isEqualTo("198.51.100.7");
    person.click("tab-security");
    person.sees("id-orders-eastus");
    person.sees("id-orders-westus");
    person.sees("The identity can use this key");
    person.click("tab-tags");
    assertThat(text("tag-name-0")).isEqualTo("cost centre");
    person.click("tab-review");
    person.sees("Validation passed");
    Files.delete(file);
    person.click("save-plan-file");
    person.sees("Saved as orders.wrapkey.json");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aSecondStartBringsItsPlanToTheWindow() throws IOException {
    save(plan());
    Person.act(() -> stage.setIconified(true));
    Person.act(() -> desk.front(Optional.of(file)));
    person.sees("Opened orders.wrapkey.json");
    person.await("the name", () -> text("name").equals("plan-pg"));
    assertThat(stage.isIconified()).isFalse();
    assertThat(stage.isAlwaysOnTop()).isFalse();
  }

  @Test
  void whatIsNoPlanIsToldInTheWizard() throws IOException {
    Files.writeString(file, "{\"name\": 7}");
    Person.act(() -> desk.front(Optional.of(file)));
    person.sees("The plan cannot be opened");
    person.picture("plan-no-plan");
  }

  @Test
  void theReviewLeadsToTemplatesThatCanBeReadCopiedAndKept() throws IOException {
    save(plan());
    openFromHome();
    writePassword();
    person.click("tab-review");
    person.sees("Validation passed");
    person.click("download-template");
    person.await("the template", () -> person.node("template-content").isPresent());
    assertThat(text("template-content")).contains("\"secureString\"");
    assertThat(text("template-command")).contains("az deployment group create");
    person.picture("template");
    person.click("template-create-server-sh");
    assertThat(text("template-content")).startsWith("#!/usr/bin/env bash").contains("'plan-pg'");
    person.picture("template-cli");
    person.click("template-download");
    person.sees("Saved in");
    assertThat(folder.resolve("create-server.sh")).content().isEqualTo(text("template-content"));
    assertThat(folder.resolve("create-server.ps1")).exists();
    assertThat(person.seen()).doesNotContain(Plans.PASSWORD);
  }

  @Test
  void whatAPlanNamesAndIsNotThereIsToldAtItsField() throws IOException {
    Files.writeString(
        file,
        PlanFile.write(plan())
            .replace("\"region\" : \"eastus\"", "\"region\" : \"atlantis\"")
            .replace("\"group\" : \"rg-orders\"", "\"group\" : \"rg-gone\""));
    openFromHome();
    person.sees("The plan names the resource group rg-gone, which does not exist.");
    person.sees("The plan names the region atlantis");
    person.picture("plan-opened-problems");
    person.pick("group", "rg-orders");
    person.await("the group's problem to go", () -> !person.reads("rg-gone"));
  }

  @Test
  void anIdentityThatIsNotThereIsToldOnItsTab() throws IOException {
    save(
        plan()
            .withEncryption(
                DataEncryption.customerManaged(
                    PRACTICE.newest("kv-orders-eastus", "orders-kek"),
                    dev.wrapkey.export.Plans.identity("id-gone"))));
    openFromHome();
    person.click("tab-security");
    person.sees("The identity id-gone that the plan names cannot be used");
  }

  @Test
  void aFileThatIsNoPlanChangesNothing() throws IOException {
    Files.writeString(file, "{\"wrapkeyPlan\": 7}");
    person.click("open-plan");
    person.sees("made by a newer Wrapkey");
    assertThat(text("name")).isEmpty();
  }

  @Test
  void aPlanTakesThePlaceOfWhatWasEnteredOnlyIfThePersonAgrees() throws IOException {
    save(plan());
    person.click("create-server");
    person.write("name", "mine-pg");
    person.click("open-plan-file");
    person.sees("Put the plan in the place of what you entered?");
    person.clickText("Keep what I entered");
    assertThat(text("name")).isEqualTo("mine-pg");
    person.click("open-plan-file");
    person.clickText("Show the plan");
    person.await("the name", () -> text("name").equals("plan-pg"));
  }
}
