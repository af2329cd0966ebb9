package dev.wrapkey.encryption;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A volume file is not what was last written to it: something was changed, moved, swapped, cut off
 * or put back.
 */
public final class VolumeDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long page;

  private VolumeDamaged(Path file, long page, String found) {
    super(file + (page < 0 ? "" : ", page " + page) + ": " + found);
    this.file = file;
    this.page = page;
  }

  static VolumeDamaged header(Path file, String found) {
    return new VolumeDamaged(file, -1, found);
  }

  static VolumeDamaged page(Path file, long page, String found) {
    return new VolumeDamaged(file, page, found);
  }

  /** The damaged file. */
  public Path file() {
    return file;
  }

  /** The damaged page, from 0; empty if the damage is in the header or the page table. */
  public OptionalLong page() {
    return page < 0 ? OptionalLong.empty() : OptionalLong.of(page);
  }
}
