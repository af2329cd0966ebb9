package dev.wrapkey.rules;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.provisioning.Plan;
import java.util.Optional;

/**
 * Backups: BAK-1 to BAK-3.
 *
 * <p>Source: azure-cli, postgresql module, validators.py (2026); quickstart "Create a flexible
 * server", 11 December 2024.
 */
public final class BackupCheck {

  public static final int LEAST_DAYS = 7;
  public static final int MOST_DAYS = 35;

  /** Where backups are kept, in the words of BAK-3. */
  public enum Redundancy {
    LOCAL,
    ZONE,
    GEO
  }

  private BackupCheck() {}

  /** BAK-1: days backups are kept. */
  public static Optional<Finding> retention(int days) {
    return days >= LEAST_DAYS && days <= MOST_DAYS
        ? Optional.empty()
        : Optional.of(RulePack.finding("BAK-1"));
  }

  /** BAK-2: copies in the paired region. */
  public static Optional<Finding> geo(Choices choices) {
    return choices.geoBackup() ? Optional.empty() : Optional.of(RulePack.finding("BAK-2"));
  }

  /** BAK-3, as the create wizard says it: by the tick and the region, not by high availability. */
  public static Redundancy redundancy(Plan.Backup backup, Choices choices) {
    if (backup.geoRedundant()) {
      return Redundancy.GEO;
    }
    return choices.zoneRedundant() ? Redundancy.ZONE : Redundancy.LOCAL;
  }
}
