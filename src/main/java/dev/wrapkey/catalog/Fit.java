package dev.wrapkey.catalog;

import dev.wrapkey.catalog.Reset.What;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The legal configuration nearest to a wish: what the region does not offer, or what does not go
 * together, is replaced, and each replacement is told.
 *
 * @param configuration the nearest one
 * @param resets what was replaced, in the order of the page
 */
public record Fit(Plan.Configuration configuration, List<Reset> resets) {

  private static final int NO_NETWORK = 5;

  /** Fits a wish to what can be chosen. */
  public static Fit of(Plan.Configuration wish, Choices choices) {
    List<Reset> resets = new ArrayList<>();
    Plan.Compute compute = compute(wish.compute(), choices, resets);
    boolean burstable = compute.tier().equals(Tier.BURSTABLE.word());
    Plan.HighAvailability availability =
        availability(wish.highAvailability(), burstable, choices, resets);
    boolean v2 = choices.premiumV2() && !burstable && !availability.isOn();
    Plan.Storage storage = storage(wish.storage(), v2, choices, resets);
    Plan.Backup backup = backup(wish.backup(), choices, resets);
    resets.sort(Comparator.comparing(Reset::what));
    return new Fit(
        new Plan.Configuration(compute, storage, availability, backup), List.copyOf(resets));
  }

  private static Plan.Compute compute(Plan.Compute wish, Choices choices, List<Reset> resets) {
    Optional<ComputeSize> same = choices.size(wish.sku());
    if (same.isPresent()) {
      return same.get().compute();
    }
    ComputeSize wanted =
        Catalog.size(wish.sku())
            .orElseGet(
                () ->
                    new ComputeSize(
                        Tier.of(wish.tier()).orElse(Tier.GENERAL_PURPOSE),
                        wish.sku(),
                        wish.vCores(),
                        wish.memoryGib(),
                        0));
    Optional<Plan.Compute> nearest = nearest(wanted, choices.sizes()).map(ComputeSize::compute);
    nearest.ifPresent(n -> resets.add(new Reset(What.SIZE, wish.sku(), n.sku())));
    return nearest.orElse(wish);
  }

  /**
   * The same tier first, then as many vCores, the same maker, and the newest generation; the sixth
   * last, because it cannot be in a virtual network (limits, 13 November 2025).
   */
  public static Optional<ComputeSize> nearest(ComputeSize wanted, List<ComputeSize> offered) {
    return offered.stream()
        .min(
            Comparator.<ComputeSize>comparingInt(s -> Math.abs(s.tier().compareTo(wanted.tier())))
                .thenComparingInt(s -> Math.abs(s.vCores() - wanted.vCores()))
                .thenComparing(s -> s.processor() != wanted.processor())
                .thenComparingInt(s -> Math.abs(s.memoryGib() - wanted.memoryGib()))
                .thenComparing(s -> s.generation() > NO_NETWORK)
                .thenComparing(ComputeSize::generation, Comparator.reverseOrder()));
  }

  private static Plan.HighAvailability availability(
      Plan.HighAvailability wish, boolean burstable, Choices choices, List<Reset> resets) {
    Mode mode = wish.mode();
    if (burstable) {
      mode = Mode.DISABLED;
    } else if (mode == Mode.ZONE_REDUNDANT && !choices.zoneRedundant()) {
      mode = Mode.SAME_ZONE;
    }
    if (mode != wish.mode()) {
      resets.add(new Reset(What.HIGH_AVAILABILITY, wish.mode().word(), mode.word()));
    }
    return new Plan.HighAvailability(mode, mode == Mode.ZONE_REDUNDANT ? wish.standbyZone() : "");
  }

  private static Plan.Storage storage(
      Plan.Storage wish, boolean v2, Choices choices, List<Reset> resets) {
    if (wish.isPremiumV2()) {
      if (v2) {
        return wish;
      }
      Plan.Storage premium = onPremium(wish.sizeGib(), choices);
      resets.add(new Reset(What.STORAGE_TYPE, wish.type(), premium.type()));
      return premium;
    }
    Optional<Disk> disk = choices.diskOf(wish.sizeGib());
    if (disk.isPresent() && disk.get().sizeGib() == wish.sizeGib()) {
      return withTier(wish, disk.get(), choices);
    }
    Plan.Storage premium = onPremium(wish.sizeGib(), choices);
    resets.add(
        new Reset(
            What.STORAGE_SIZE, String.valueOf(wish.sizeGib()), String.valueOf(premium.sizeGib())));
    return new Plan.Storage(
        premium.type(),
        premium.sizeGib(),
        premium.performanceTier(),
        premium.iops(),
        0,
        wish.autoGrow());
  }

  /** The smallest Premium SSD disk that holds this much, or else the largest. */
  public static Plan.Storage onPremium(int sizeGib, Choices choices) {
    Disk disk = choices.diskOf(sizeGib).orElseGet(() -> choices.disks().getLast());
    return Plan.Storage.premium(disk.sizeGib(), disk.tier(), disk.iops());
  }

  private static Plan.Storage withTier(Plan.Storage wish, Disk own, Choices choices) {
    Disk tier =
        choices.tiersFrom(own.sizeGib()).stream()
            .filter(d -> d.tier().equals(wish.performanceTier()))
            .findFirst()
            .orElse(own);
    return new Plan.Storage(
        Plan.Storage.PREMIUM, own.sizeGib(), tier.tier(), tier.iops(), 0, wish.autoGrow());
  }

  private static Plan.Backup backup(Plan.Backup wish, Choices choices, List<Reset> resets) {
    if (wish.geoRedundant() && !choices.geoBackup()) {
      resets.add(new Reset(What.GEO_REDUNDANCY, "Enabled", "Disabled"));
      return new Plan.Backup(wish.retentionDays(), false);
    }
    return wish;
  }
}
