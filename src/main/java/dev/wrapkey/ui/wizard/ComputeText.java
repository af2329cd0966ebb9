package dev.wrapkey.ui.wizard;

import dev.wrapkey.provisioning.Plan.Compute;
import dev.wrapkey.ui.view.Texts;

/** Compute and storage in the portal's words. */
public final class ComputeText {

  private ComputeText() {}

  /** For example "General Purpose, D2ads_v5". */
  public static String name(Compute compute) {
    return Texts.text(
        "basics.compute.name",
        Texts.text("basics.tier." + compute.tier()),
        compute.sku().replaceFirst("^Standard_", ""));
  }

  /** For example "2 vCores, 8 GiB RAM, 128 GiB storage, P10 (500 IOPS)". */
  public static String detail(Compute compute) {
    return Texts.text(
        "basics.compute.detail",
        compute.vCores(),
        compute.memoryGib(),
        compute.storageGib(),
        compute.performanceTier(),
        compute.iops());
  }
}
