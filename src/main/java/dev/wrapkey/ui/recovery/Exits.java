package dev.wrapkey.ui.recovery;

import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.key.Scope;
import java.util.function.Consumer;

/** Where the page of a lost server leads. */
public interface Exits {

  /** Nowhere. */
  Exits NONE =
      new Exits() {
        @Override
        public void rotate() {}

        @Override
        public void encryption() {}

        @Override
        public void alerts() {}

        @Override
        public void identity(PaneHost host, Scope where, Consumer<ManagedIdentity> made) {}
      };

  /** The guided rotation of the server's keys. */
  void rotate();

  /** The server's data encryption. */
  void encryption();

  /** The server's alerts. */
  void alerts();

  /** Opens the pane in which an identity is made. */
  void identity(PaneHost host, Scope where, Consumer<ManagedIdentity> made);
}
