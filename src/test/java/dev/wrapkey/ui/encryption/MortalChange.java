package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A program that changes the key of a server to automatic version update, says so when it has got
 * to a certain point, and waits there to be killed.
 */
final class MortalChange {

  /** What it says when it is there. */
  static final String HERE = "here";

  private MortalChange() {}

  /** State folder, server, point. */
  public static void main(String[] arguments) {
    Practice practice = Practice.in(Path.of(arguments[0]));
    Server server = practice.server(arguments[1]);
    DataEncryption now = server.encryption();
    DataEncryption wanted =
        DataEncryption.customerManaged(
            now.key().orElseThrow().versionless(), now.identity().orElseThrow());
    Blades.of(practice)
        .changes()
        .run(
            server.id(),
            new EncryptionEdit(now, wanted),
            dyingAt(arguments[2]),
            new Cancellation(),
            outcome -> {});
  }

  private static Progress dyingAt(String point) {
    return new Progress() {
      @Override
      public void on(Event event) {
        if (point.equals(event.step() + " " + event.state())) {
          waitForTheEnd();
        }
      }

      @Override
      public void accepted(String step, Receipt receipt) {
        if (point.equals(step + " accepted")) {
          waitForTheEnd();
        }
      }
    };
  }

  private static void waitForTheEnd() {
    System.out.println(HERE);
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }
}
