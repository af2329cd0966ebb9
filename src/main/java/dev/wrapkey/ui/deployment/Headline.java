package dev.wrapkey.ui.deployment;

import dev.wrapkey.ui.control.StatusLabel;

/** The sign before the headline. */
final class Headline {

  private Headline() {}

  static StatusLabel.Kind kind(Phase phase) {
    return switch (phase) {
      case RUNNING, CANCELLING, REMOVING -> StatusLabel.Kind.BUSY;
      case SUCCEEDED -> StatusLabel.Kind.OK;
      case FAILED -> StatusLabel.Kind.ERROR;
      case CANCELLED, INTERRUPTED, REMOVAL_INTERRUPTED -> StatusLabel.Kind.WARNING;
      case REMOVED, KEPT -> StatusLabel.Kind.INFO;
    };
  }
}
