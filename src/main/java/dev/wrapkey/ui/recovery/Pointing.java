package dev.wrapkey.ui.recovery;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import java.util.function.Consumer;

/**
 * Has a server use other keys or identities, written down before it begins: if the program ends
 * meanwhile, its next start tells what became of it.
 */
public interface Pointing {

  /**
   * Begins it.
   *
   * @param ended is told how it ended, on the screen's thread
   */
  void begin(
      ResourceId server, EncryptionEdit edit, Cancellation cancellation, Consumer<Outcome> ended);
}
