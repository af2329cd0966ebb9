package dev.wrapkey.encryption;

import java.nio.file.Path;

/**
 * A volume file is open already, in this program or in another one: a volume has one writer at a
 * time.
 */
public final class VolumeBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VolumeBusy(Path file) {
    super(file + ": the volume is in use");
  }
}
