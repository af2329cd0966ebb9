package dev.wrapkey.encryption;

import java.nio.file.Path;

/**
 * A volume was locked because its key was lost: its data keys are gone from memory, and it shows
 * nothing until it is opened again.
 */
public final class VolumeLocked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VolumeLocked(Path file) {
    super(file + ": the volume is locked, its key was lost; open it again once the key is back");
  }
}
