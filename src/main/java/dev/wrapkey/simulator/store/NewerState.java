package dev.wrapkey.simulator.store;

import java.io.IOException;

/** The state was made by a newer Wrapkey, which this one must not touch. */
public final class NewerState extends IOException {

  private static final long serialVersionUID = 1L;

  NewerState(int version, int known) {
    super(
        "this practice state was made by a newer Wrapkey: its version is %d, this one knows up to %d"
            .formatted(version, known));
  }

  /** The sentence alone. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
