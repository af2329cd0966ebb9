package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a key vault or managed HSM cannot serve, or serves less well than it could: CMK-3 to CMK-7.
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
