package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.FlexibleServerCapabilityInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CapabilityStatus;
import com.azure.resourcemanager.postgresqlflexibleserver.models.FlexibleServerEditionCapability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoBackupSupportedEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerSkuCapability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageEditionCapability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageMbCapability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ZoneRedundantHaSupportedEnum;
import dev.wrapkey.provisioning.RegionOffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a region offers, as the service describes it. What it marks as disabled is left out. */
final class CapabilityReader {

  private static final String PREMIUM = "ManagedDisk";
  private static final String PREMIUM_V2 = "ManagedDiskV2";
  private static final int MIB = 1024;

  private CapabilityReader() {}

  /** Reads the answer, which since 2023-06-01-preview has one entry for the whole region. */
  static RegionOffer read(List<FlexibleServerCapabilityInner> answer) {
    List<FlexibleServerEditionCapability> editions =
        answer.stream()
            .flatMap(c -> each(c.supportedServerEditions()))
            .filter(e -> isOn(e.status()))
            .toList();
    return new RegionOffer(
        editions.stream().flatMap(CapabilityReader::sizes).toList(),
        editions.stream()
            .flatMap(e -> storage(e, PREMIUM))
            .flatMap(s -> each(s.supportedStorageMb()))
            .filter(d -> isOn(d.status()))
            .flatMap(d -> disk(d).stream())
            .distinct()
            .sorted(Comparator.comparingInt(RegionOffer.Disk::sizeGib))
            .toList(),
        editions.stream().flatMap(e -> storage(e, PREMIUM_V2)).findAny().isPresent(),
        answer.stream()
            .flatMap(c -> each(c.supportedServerVersions()))
            .filter(v -> isOn(v.status()))
            .map(v -> Answer.text(v.name()))
            .distinct()
            .toList(),
        answer.stream()
            .anyMatch(
                c -> ZoneRedundantHaSupportedEnum.ENABLED.equals(c.zoneRedundantHaSupported())),
        answer.stream()
            .anyMatch(c -> GeoBackupSupportedEnum.ENABLED.equals(c.geoBackupSupported())));
  }

  private static Stream<RegionOffer.Size> sizes(FlexibleServerEditionCapability edition) {
    return each(edition.supportedServerSkus())
        .filter(s -> isOn(s.status()))
        .map(s -> size(Answer.text(edition.name()), s));
  }

  private static RegionOffer.Size size(String tier, ServerSkuCapability sku) {
    int cores = Answer.number(sku.vCores(), 0);
    long memory = sku.supportedMemoryPerVcoreMb() == null ? 0 : sku.supportedMemoryPerVcoreMb();
    return new RegionOffer.Size(
        tier,
        Answer.text(sku.name()),
        cores,
        Math.toIntExact(memory * cores / MIB),
        Answer.number(sku.supportedIops(), 0));
  }

  private static Stream<StorageEditionCapability> storage(
      FlexibleServerEditionCapability edition, String name) {
    return each(edition.supportedStorageEditions())
        .filter(s -> isOn(s.status()) && name.equals(s.name()));
  }

  private static Optional<RegionOffer.Disk> disk(StorageMbCapability disk) {
    return Optional.ofNullable(disk.storageSizeMb())
        .map(
            mb ->
                new RegionOffer.Disk(
                    Math.toIntExact(mb / MIB), Answer.number(disk.supportedIops(), 0)));
  }

  private static boolean isOn(@Nullable CapabilityStatus status) {
    return status != CapabilityStatus.DISABLED;
  }

  private static <T> Stream<T> each(@Nullable Collection<T> many) {
    return many == null ? Stream.empty() : many.stream();
  }
}
