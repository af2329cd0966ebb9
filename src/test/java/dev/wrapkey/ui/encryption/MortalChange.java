package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Victim;
import java.nio.file.Path;

/**
 * A program that changes the key of a server to automatic version update, says so when it has got
 * to a certain point, and waits there to be killed.
 */
final class MortalChange {

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
            Victim.dyingAt(arguments[2]),
            new Cancellation(),
            outcome -> {});
  }
}
