package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a key vault or managed HSM cannot serve, or serves less well than it could: CMK-1, CMK-3 to
 * CMK-7, CMK-25.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026, and "Configure data encryption", 14 July 2026.
 * The 90 days of CMK-7 were demanded until 2023 and are a recommendation since.
 */
public final class StoreCheck {

  private static final int RECOMMENDED_DAYS = 90;

  private StoreCheck() {}

  /**
   * Every rule the store breaks, in the order of their ids.
   *
   * @param region the server's region
   * @param subscription the GUID of the server's subscription
   */
  public static List<Finding> check(KeyStore store, String region, String subscription) {
    List<Finding> findings = new ArrayList<>();
    if (!Region.shortName(store.region()).equals(Region.shortName(region))) {
      findings.add(
          RulePack.finding(
              "CMK-3",
              store.name(),
              RegionNames.display(store.region()),
              RegionNames.display(region)));
    }
    if (!store.id().subscription().equalsIgnoreCase(subscription)) {
      findings.add(RulePack.finding("CMK-4", store.name()));
    }
    findings.addAll(protection(store));
    return List.copyOf(findings);
  }

  /**
   * CMK-1: store and server in one tenant.
   *
   * @param tenant the tenant of the server's subscription
   */
  public static Optional<Finding> tenant(KeyStore store, String tenant) {
    return store.tenantId().equalsIgnoreCase(tenant)
        ? Optional.empty()
        : Optional.of(RulePack.finding("CMK-1", store.name(), store.tenantId(), tenant));
  }

  /**
   * CMK-25: the store of the second key.
   *
   * @param region the paired region
   * @param first the host of the first key's store
   */
  public static Optional<Finding> pair(KeyStore store, String region, String first) {
    if (store.host().equalsIgnoreCase(first)) {
      String words = RulePack.words("CMK-25.same", store.name());
      return Optional.of(new Finding("CMK-25", RulePack.rule("CMK-25").severity(), words));
    }
    return Region.shortName(store.region()).equals(Region.shortName(region))
        ? Optional.empty()
        : Optional.of(
            RulePack.finding(
                "CMK-25",
                store.name(),
                RegionNames.display(store.region()),
                RegionNames.display(region)));
  }

  private static List<Finding> protection(KeyStore store) {
    List<Finding> findings = new ArrayList<>();
    if (!store.protection().softDelete()) {
      findings.add(RulePack.finding("CMK-5", store.name()));
    }
    if (!store.protection().purge()) {
      findings.add(RulePack.finding("CMK-6", store.name()));
    }
    int days = store.protection().retentionDays();
    if (store.protection().softDelete() && days < RECOMMENDED_DAYS) {
      findings.add(RulePack.finding("CMK-7", store.name(), String.valueOf(days)));
    }
    return findings;
  }
}
