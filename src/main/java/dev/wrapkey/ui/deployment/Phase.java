package dev.wrapkey.ui.deployment;

/** Where a deployment stands, as a person sees it. */
public enum Phase {
  RUNNING,
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** The program ended before Azure was asked for the server; only a person can go on. */
  INTERRUPTED,
  REMOVING,
  /** The program ended while it removed what was made. */
  REMOVAL_INTERRUPTED,
  REMOVED,
  KEPT;

  /** Whether something is being done about it now. */
  public boolean isBusy() {
    return this == RUNNING || this == CANCELLING || this == REMOVING;
  }

  /** Whether it ended before its end and nobody has decided what becomes of what was made. */
  public boolean isOpen() {
    return switch (this) {
      case FAILED, CANCELLED, INTERRUPTED, REMOVAL_INTERRUPTED -> true;
      default -> false;
    };
  }
}
