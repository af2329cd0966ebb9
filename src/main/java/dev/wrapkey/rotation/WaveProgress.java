package dev.wrapkey.rotation;

/** Is told how waves go on, on whichever thread does the work; several at once. */
@FunctionalInterface
public interface WaveProgress {

  /** A server has begun, got further or ended. */
  void changed(WaveRow row);
}
