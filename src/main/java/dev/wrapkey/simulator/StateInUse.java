package dev.wrapkey.simulator;

import java.nio.file.Path;

/** The state folder of the practice cloud is open in another program, or twice in this one. */
public final class StateInUse extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path folder;

  StateInUse(Path folder, Throwable cause) {
    super(
        "Another Wrapkey is using the practice cloud in "
            + folder
            + ". Close it, or choose another folder for this one.",
        cause);
    this.folder = folder;
  }

  /** Which folder. */
  public Path folder() {
    return folder;
  }
}
