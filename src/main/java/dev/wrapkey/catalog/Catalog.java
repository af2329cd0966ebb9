package dev.wrapkey.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.catalog.RegionFacts.Zones;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the documents say can be ordered. Each file names its document and its date; the cloud's own
 * word, where it gives one, comes before them ({@link Choices}).
 */
public final class Catalog {

  private static final Dated SIZES_FILE = Dated.read("sizes");
  private static final List<ComputeSize> SIZES = SIZES_FILE.list("sizes", Catalog::size);
  private static final List<Disk> DISKS = Dated.read("disks").list("disks", Catalog::disk);
  private static final List<RegionFacts> REGIONS =
      Dated.read("regions").list("regions", Catalog::facts);
  private static final List<String> VERSIONS =
      Dated.read("versions").list("versions", JsonNode::asText);

  private Catalog() {}

  /** The day of the newest document, that of the sizes. */
  public static LocalDate asOf() {
    return LocalDate.parse(SIZES_FILE.string("asOf"));
  }

  /** All compute sizes: by tier, series and vCores. */
  public static List<ComputeSize> sizes() {
    return SIZES;
  }

  public static Optional<ComputeSize> size(String sku) {
    return SIZES.stream().filter(s -> s.sku().equals(sku)).findFirst();
  }

  /**
   * A size with all its figures. Of one that no document names, the tier is told by its letter (B,
   * D, E) and the rest is not known.
   */
  public static Plan.Compute compute(String sku) {
    return size(sku)
        .map(s -> new Plan.Compute(s.tier().word(), s.sku(), s.vCores(), s.memoryGib()))
        .orElseGet(() -> new Plan.Compute(tierOf(sku), sku, 0, 0));
  }

  /** The API's word for the tier of a size. */
  public static String tierOf(String sku) {
    return size(sku)
        .map(s -> s.tier().word())
        .orElseGet(
            () ->
                sku.startsWith("Standard_B")
                    ? Tier.BURSTABLE.word()
                    : sku.startsWith("Standard_E")
                        ? Tier.MEMORY_OPTIMIZED.word()
                        : Tier.GENERAL_PURPOSE.word());
  }

  /** The ladder of Premium SSD disks, smallest first. */
  public static List<Disk> disks() {
    return DISKS;
  }

  /** Major versions of PostgreSQL, newest first. */
  public static List<String> versions() {
    return VERSIONS;
  }

  public static List<RegionFacts> regions() {
    return REGIONS;
  }

  /** What the table says about a region, by short or display name. */
  public static Optional<RegionFacts> region(String anyName) {
    String name = Region.shortName(anyName);
    return REGIONS.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  private static ComputeSize size(JsonNode line) {
    return new ComputeSize(
        Tier.of(line.required("tier").asText()).orElseThrow(),
        line.required("name").asText(),
        line.required("vCores").asInt(),
        line.required("memoryGib").asInt(),
        line.required("iops").asInt());
  }

  private static Disk disk(JsonNode line) {
    return new Disk(
        line.required("gib").asInt(),
        line.required("iops").asInt(),
        line.required("tier").asText());
  }

  private static RegionFacts facts(JsonNode line) {
    return new RegionFacts(
        line.required("name").asText(),
        Dated.list(line, "intel", JsonNode::asText),
        Dated.list(line, "amd", JsonNode::asText),
        Zones.valueOf(line.required("zones").asText()),
        line.required("geoBackup").asBoolean(),
        Optional.ofNullable(line.get("pair")).map(JsonNode::asText),
        line.path("onRequest").asBoolean());
  }
}
