package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.control.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A security officer who wants to know what was done, and whether the record can be trusted. */
@OnScreen
class RecordScreenTest extends OwnWindowScreen {

  @TempDir private Path folder;

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void meet() {
    Person.act(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
        });
  }

  private void stopOrders() {
    person.sees("orders-pg");
    person.clickText("orders-pg");
    person.click("stop-server");
    person.await("the end", () -> Files.exists(record()) && lines().contains("\"phase\":\"DONE\""));
    person.click("crumb-0");
  }

  private Path record() {
    return practice.folder().resolve("record/changes.record");
  }

  private String lines() {
    try {
      return Files.readString(record());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aFreshRecordIsEmptyAndSaysSo() {
    person.click("section-record");
    person.sees("Nothing has been changed yet.");
    person.sees("What you change in a cloud through Wrapkey will stand here.");
    person.picture("record-empty");
  }

  @Test
  void aPersonReadsWhatWasDoneSavesItAndKeepsItsFingerprint() {
    stopOrders();
    person.click("section-record");
    person.sees("The record is as Wrapkey wrote it");
    person.clickText("Stop server");
    person.sees("Microsoft.DBforPostgreSQL/flexibleServers/stop/action");
    person.sees("Stopped");
    person.picture("record");
    desk.dialogs().have(folder, folder.resolve("unused"));
    person.click("record-csv");
    person.sees("Saved: ");
    assertThat(folder.resolve("wrapkey-changes.csv")).content().contains("orders-pg");
    person.click("record-copy");
    String[] kept = new String[1];
    Person.act(() -> kept[0] = Clipboard.getSystemClipboard().getString());
    person.write("record-kept", kept[0]);
    person.click("record-compare");
    person.sees("is the one that this fingerprint was taken of");
  }

  @Test
  void whoTampersIsFound() throws IOException {
    stopOrders();
    Files.writeString(record(), lines().replace("\"Ready\"", "\"Steady\""));
    person.click("section-record");
    person.sees("The record is not as Wrapkey wrote it");
    person.sees("Line 1 does not follow");
    Person.act(() -> Theme.DARK.apply(stage.getScene()));
    person.picture("record-tampered");
  }
}
