package dev.wrapkey.simulator.store;

/** Another program has the state folder open. */
public final class FolderLocked extends Exception {

  private static final long serialVersionUID = 1L;

  FolderLocked(Throwable cause) {
    super("the state folder is open elsewhere", cause);
  }
}
