package dev.wrapkey.ui.wizard;

import dev.wrapkey.provisioning.Plan;
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
    Plan.Storage disk = configuration.storage();
    return Texts.text(
        disk.isPremiumV2() ? "basics.compute.detail.v2" : "basics.compute.detail",
        configuration.compute().vCores(),
        plain(configuration.compute().memoryGib()),
        plain(disk.sizeGib()),
        disk.isPremiumV2() ? plain(disk.iops()) : disk.performanceTier(),
        plain(disk.isPremiumV2() ? disk.throughputMib() : disk.iops()));
  }

  /** Without the separators of thousands, as the portal writes numbers. */
  private static String plain(int number) {
    return String.valueOf(number);
  }
}
