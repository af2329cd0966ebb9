package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyChangeNote;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.Rhythm;
import dev.wrapkey.ui.OnScreen;
import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/**
 * A start of the program after a key change that it did not survive, and a server without its
 * identity.
 */
@OnScreen
class BrokenOffChangeScreenTest extends OwnWindowScreen {

  @Start
  void start(Stage newStage) {
    Server server = practice.server("billing-pg");
    DataEncryption now = server.encryption();
    KeyChangeNote.begin(
        notes(),
        server.id(),
        DataEncryption.customerManaged(
                now.key().orElseThrow().versionless(), now.identity().orElseThrow())
            .withGeo(now.geo()),
        practice.time().now());
    practice
        .itself()
        .faults()
        .switchOn(Fault.IDENTITY_DELETED, new FaultOrder(Aim.ANY, new Rhythm(1, 1, 1, 0), 0, ""));
    practice.time().jump(Duration.ofMinutes(70));
    begin(newStage);
  }

  private Path notes() {
    return practice.folder().resolve("deployments");
  }

  @Test
  void itIsToldHowTheChangeEnded() {
    person.sees("Key change did not take place");
    person.sees("billing-pg");
    person.picture("blade-told-next-start");
    person.await("the note gone", () -> KeyChangeNote.open(notes()).isEmpty());
    person.clickText("Open the server");
    person.sees("billing-pg | Overview");
  }

  @Test
  void INA_5_aServerWhoseIdentityIsGoneNamesItAndTheWayBack() {
    person.sees("orders-pg");
    person.clickText("orders-pg");
    person.sees("Status: Inaccessible");
    person.click("menu-encryption");
    person.sees("the identity id-orders-eastus does not exist any more.");
    person.picture("blade-e5-identity-gone");
    assertThat(person.usable("save")).isEmpty();
  }
}
