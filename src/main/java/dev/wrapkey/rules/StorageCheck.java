package dev.wrapkey.rules;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The disk of a server: STO-1 to STO-6.
 *
 * <p>Source: "Storage options", 16 January 2025; "Premium SSD v2 (preview)", 13 January 2026;
 * azure-cli, postgresql module, validators.py (2026).
 */
public final class StorageCheck {

  private StorageCheck() {}

  /** Everything that is wrong with the disk of a server that is to be made. */
  public static List<Finding> check(Plan.Configuration configuration, Choices choices) {
    Plan.Storage storage = configuration.storage();
    return storage.isPremiumV2() ? v2(configuration, choices) : premium(storage, choices);
  }

  private static List<Finding> premium(Plan.Storage storage, Choices choices) {
    Optional<Disk> own = choices.diskOf(storage.sizeGib());
    return own.isPresent()
            && choices.tiersFrom(storage.sizeGib()).stream()
                .noneMatch(d -> d.tier().equals(storage.performanceTier()))
        ? List.of(RulePack.finding("STO-3", own.get().tier()))
        : List.of();
  }

  private static List<Finding> v2(Plan.Configuration configuration, Choices choices) {
    Plan.Storage storage = configuration.storage();
    List<Finding> found = new ArrayList<>();
    v2Refusal(configuration, choices).ifPresent(found::add);
    if (storage.autoGrow()) {
      found.add(finding("STO-6", "STO-6.autogrow"));
    }
    size(storage.sizeGib()).ifPresent(found::add);
    iops(storage.sizeGib(), storage.iops()).ifPresent(found::add);
    throughput(storage.sizeGib(), storage.throughputMib()).ifPresent(found::add);
    return found;
  }

  /** Why Premium SSD v2 cannot be had with the rest of a configuration, if it cannot. */
  public static Optional<Finding> v2Refusal(Plan.Configuration others, Choices choices) {
    if (!choices.premiumV2()) {
      return Optional.of(finding("STO-5", "STO-5.region"));
    }
    if (others.compute().tier().equals(Tier.BURSTABLE.word())) {
      return Optional.of(finding("STO-6", "STO-6.burstable"));
    }
    return others.highAvailability().isOn()
        ? Optional.of(finding("STO-5", "STO-5.ha"))
        : Optional.empty();
  }

  /** STO-5: size of a Premium SSD v2 disk. */
  public static Optional<Finding> size(int gib) {
    return gib >= PremiumV2.LEAST_GIB && gib <= PremiumV2.MOST_GIB
        ? Optional.empty()
        : Optional.of(finding("STO-5", "STO-5.size"));
  }

  /** STO-5: IOPS of a Premium SSD v2 disk. */
  public static Optional<Finding> iops(int gib, int iops) {
    return within("STO-5.iops", iops, PremiumV2.baselineIops(gib), PremiumV2.MOST_IOPS);
  }

  /** STO-5: throughput of a Premium SSD v2 disk, MB/s. */
  public static Optional<Finding> throughput(int gib, int mibps) {
    return within(
        "STO-5.throughput", mibps, PremiumV2.baselineThroughput(gib), PremiumV2.MOST_MIBPS);
  }

  /** STO-1 and STO-2: what may not be done to the disk of a server that exists. */
  public static List<Finding> change(Plan.Storage was, Plan.Storage is) {
    List<Finding> found = new ArrayList<>();
    if (is.sizeGib() < was.sizeGib()) {
      found.add(
          RulePack.finding("STO-1", String.valueOf(was.sizeGib()), String.valueOf(is.sizeGib())));
    }
    if (is.isPremiumV2() != was.isPremiumV2()) {
      found.add(RulePack.finding("STO-2"));
    }
    return found;
  }

  private static Optional<Finding> within(String text, int value, int least, int most) {
    return value >= least && value <= most
        ? Optional.empty()
        : Optional.of(finding("STO-5", text, String.valueOf(least), String.valueOf(most)));
  }

  private static Finding finding(String rule, String text, String... places) {
    return new Finding(rule, RulePack.rule(rule).severity(), RulePack.words(text, places));
  }
}
