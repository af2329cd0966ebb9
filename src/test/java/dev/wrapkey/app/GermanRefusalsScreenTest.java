package dev.wrapkey.app;

import dev.wrapkey.keyfile.Samples;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.OnScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** Refusals of the parts below the screens; runs in a process of its own, which speaks German. */
@Tag("german")
@OnScreen
class GermanRefusalsScreenTest extends OwnWindowScreen {

  @TempDir Path folder;

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @Test
  void aKeyFileThatDoesNotOpenSaysSoInGerman() {
    person.click("create-server");
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", "East US");
    person.click("tab-security");
    person.click("customer-managed");
    person.click("select-key");
    person.pick("key-store", "kv-orders-eastus");
    person.click("new-key-link");
    person.click("way-import");
    person.write("new-key-file", Samples.lay("two.pfx", folder).toString());
    person.write("new-key-name", "zweifach");
    person.click("new-key-submit");
    person.sees("Der Schlüssel ist durch ein Kennwort geschützt. Geben Sie es ein.");
    person.write("new-key-password", Samples.PASSWORD);
    person.click("new-key-submit");
    person.sees("Die Datei enthält 2 private Schlüssel:");
    person.picture("german-refusal-key-file");
  }

  @Test
  void aFileThatIsNoPlanSaysSoInGerman() throws IOException {
    Path file = Files.writeString(folder.resolve("bestellung.wrapkey.json"), "{\"name\": 7}");
    desk.dialogs().have(folder, file);
    person.click("open-plan");
    person.sees("Das ist kein Plan:");
    person.picture("german-refusal-plan");
  }

  @Test
  void aWayBackThatIsClosedIsExplainedInGerman() {
    KeyIdentifier old = practice.server("orders-pg").encryption().key().orElseThrow();
    person.clickText("orders-pg");
    person.click("menu-encryption");
    person.click("guided-rotation");
    person.await("the choice", () -> person.usable("rotation-start").isPresent());
    person.click("rotation-start");
    person.sees("Die alte Version darf ab");
    practice.administrator().enable(old, false);
    person.click("rotation-back");
    person.sees("Zum alten Schlüssel zurückkehren?");
    person.click("back-do");
    person.sees(old + " ist deaktiviert.");
    person.picture("german-refusal-way-back");
  }
}
