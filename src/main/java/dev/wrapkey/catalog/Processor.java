package dev.wrapkey.catalog;

/** Who made the processors of a compute size. */
public enum Processor {
  AMD,
  INTEL;

  /** By the letter {@code a} after the number: {@code D2ads_v5} is AMD, {@code D2ds_v5} Intel. */
  static Processor of(String sku) {
    return sku.matches("Standard_[A-Z]+\\d+a.*") ? AMD : INTEL;
  }
}
