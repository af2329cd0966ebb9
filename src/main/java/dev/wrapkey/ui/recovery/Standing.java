package dev.wrapkey.ui.recovery;

/** How a server stands with its keys. */
enum Standing {
  LOADING,
  /** It could not be read. */
  UNKNOWN,
  /** Nothing that a customer's key could do to it. */
  SERVICE_MANAGED,
  FINE,
  /** It works, but a key of it does not: it will be cut off at the next look. */
  THREATENED,
  LOST,
  /** It was lost while the page was open, and is ready again. */
  BACK;

  /** Whether it has to be watched. */
  boolean isTroubled() {
    return this == THREATENED || this == LOST;
  }
}
