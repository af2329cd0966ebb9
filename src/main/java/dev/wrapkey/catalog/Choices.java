package dev.wrapkey.catalog;

import dev.wrapkey.provisioning.RegionOffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen in one region.
 *
 * @param origin who says so
 * @param sizes compute sizes
 * @param disks Premium SSD disks, smallest first
 * @param premiumV2 whether Premium SSD v2 is offered
 * @param versions major versions of PostgreSQL, newest first
 * @param zoneRedundant whether a standby can be in another zone
 * @param geoBackup whether backups can be copied to the paired region
 * @param pair short name of the paired region
 */
public record Choices(
    Origin origin,
    List<ComputeSize> sizes,
    List<Disk> disks,
    boolean premiumV2,
    List<String> versions,
    boolean zoneRedundant,
    boolean geoBackup,
    Optional<String> pair) {

  /** Who says what can be chosen. */
  public enum Origin {
    /** No region is chosen yet: everything any region has. */
    NOWHERE,
    /** The cloud, in its answer about capabilities. */
    CLOUD,
    /** The dated files, because the cloud did not answer. */
    DOCUMENTS
  }

  /** Everything any region has. */
  public static Choices anywhere() {
    return new Choices(
        Origin.NOWHERE,
        Catalog.sizes(),
        Catalog.disks(),
        true,
        Catalog.versions(),
        true,
        true,
        Optional.empty());
  }

  /**
   * What the documents say about a region. Where Premium SSD v2 is offered they do not say, so the
   * files do not offer it.
   */
  public static Choices documented(String region) {
    return Catalog.region(region)
        .map(Choices::documented)
        .orElseGet(
            () ->
                new Choices(
                    Origin.DOCUMENTS,
                    Catalog.sizes(),
                    Catalog.disks(),
                    false,
                    Catalog.versions(),
                    false,
                    false,
                    Optional.empty()));
  }

  private static Choices documented(RegionFacts facts) {
    return new Choices(
        Origin.DOCUMENTS,
        Catalog.sizes().stream().filter(facts::offers).toList(),
        Catalog.disks(),
        false,
        Catalog.versions(),
        facts.zones() != RegionFacts.Zones.NO,
        facts.geoBackup(),
        facts.pair());
  }

  /**
   * What the cloud says about a region. Of sizes that the documents know, the documents' figures
   * are taken: the portal and the documents disagree, and the documents are newer (portal
   * specification §1.4).
   */
  public static Choices told(String region, RegionOffer offer) {
    return new Choices(
        Origin.CLOUD,
        offer.sizes().stream().flatMap(s -> size(s).stream()).sorted(ORDER).toList(),
        offer.disks().stream().flatMap(d -> disk(d).stream()).toList(),
        offer.premiumV2(),
        offer.versions().stream()
            .sorted(Comparator.comparingInt(Choices::major).reversed())
            .toList(),
        offer.zoneRedundant(),
        offer.geoBackup(),
        Catalog.region(region).flatMap(RegionFacts::pair));
  }

  private static final Comparator<ComputeSize> ORDER =
      Comparator.comparing(ComputeSize::tier)
          .thenComparing(ComputeSize::generation)
          .thenComparing(ComputeSize::series)
          .thenComparing(ComputeSize::vCores)
          .thenComparing(ComputeSize::memoryGib);

  private static int major(String version) {
    return version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0;
  }

  private static Optional<ComputeSize> size(RegionOffer.Size told) {
    return Catalog.size(told.sku())
        .or(
            () ->
                Tier.of(told.tier())
                    .map(
                        tier ->
                            new ComputeSize(
                                tier, told.sku(), told.vCores(), told.memoryGib(), told.iops())));
  }

  private static Optional<Disk> disk(RegionOffer.Disk told) {
    return Catalog.disks().stream().filter(d -> d.sizeGib() == told.sizeGib()).findFirst();
  }

  /** The sizes of a tier. */
  public List<ComputeSize> sizes(Tier tier) {
    return sizes.stream().filter(s -> s.tier() == tier).toList();
  }

  /** The makers of processors among the sizes of a tier; one or none where nobody need choose. */
  public List<Processor> processors(Tier tier) {
    return tier == Tier.BURSTABLE
        ? List.of()
        : Arrays.stream(Processor.values())
            .filter(p -> sizes(tier).stream().anyMatch(s -> s.processor() == p))
            .toList();
  }

  public Optional<ComputeSize> size(String sku) {
    return sizes.stream().filter(s -> s.sku().equals(sku)).findFirst();
  }

  /** The smallest disk that holds this much. */
  public Optional<Disk> diskOf(int sizeGib) {
    return disks.stream().filter(d -> d.sizeGib() >= sizeGib).findFirst();
  }

  /** The performance tiers a disk may have: its own and those above (STO-3). */
  public List<Disk> tiersFrom(int sizeGib) {
    return disks.stream().filter(d -> d.sizeGib() >= sizeGib).toList();
  }
}
