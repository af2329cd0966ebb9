package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.key.Scope;
import java.util.function.Consumer;

/** Opens the pane in which a user-assigned managed identity is made (BLD-2). */
@FunctionalInterface
public interface IdentityCreation {

  /**
   * Opens it.
   *
   * @param host where it slides in
   * @param where the subscription and region that suit the server
   * @param made is told the identity that was made
   */
  void open(PaneHost host, Scope where, Consumer<ManagedIdentity> made);
}
