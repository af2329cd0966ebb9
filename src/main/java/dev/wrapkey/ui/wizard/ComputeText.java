package dev.wrapkey.ui.wizard;

import dev.wrapkey.provisioning.Plan.Configuration;
import dev.wrapkey.ui.view.Texts;

/** Compute and storage in the portal's words. */
public final class ComputeText {

  private ComputeText() {}

  /** For example "General Purpose, D2ads_v5". */
  public static String name(Configuration configuration) {
    return Texts.text(
        "basics.compute.name",
        Texts.text("basics.tier." + configuration.compute().tier()),
        configuration.compute().sku().replaceFirst("^Standard_", ""));
  }

  /** For example "2 vCores, 8 GiB RAM, 128 GiB storage, P10 (500 IOPS)". */
  public static String detail(Configuration configuration) {
    return Texts.text(
        "basics.compute.detail",
        configuration.compute().vCores(),
        configuration.compute().memoryGib(),
        configuration.storage().sizeGib(),
        configuration.storage().performanceTier(),
        configuration.storage().iops());
  }
}
