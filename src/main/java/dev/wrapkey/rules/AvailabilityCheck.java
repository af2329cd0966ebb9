package dev.wrapkey.rules;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import java.util.Optional;

/**
 * High availability: HA-1 to HA-4.
 *
 * <p>Source: azure-cli, postgresql module, validators.py (2026); "Configure high availability", 4
 * November 2025.
 */
public final class AvailabilityCheck {

  private AvailabilityCheck() {}

  /** Why a mode cannot be chosen with the rest of a configuration, if it cannot. */
  public static Optional<Finding> mode(Mode mode, Plan.Configuration others, Choices choices) {
    if (mode == Mode.DISABLED) {
      return Optional.empty();
    }
    if (others.compute().tier().equals(Tier.BURSTABLE.word())) {
      return Optional.of(RulePack.finding("HA-1"));
    }
    if (mode == Mode.ZONE_REDUNDANT && !choices.zoneRedundant()) {
      return Optional.of(RulePack.finding("HA-2"));
    }
    return others.storage().isPremiumV2()
        ? Optional.of(
            new Finding("STO-5", RulePack.rule("STO-5").severity(), RulePack.words("STO-5.ha")))
        : Optional.empty();
  }

  /** HA-3: the zones of server and standby, empty for no preference. */
  public static Optional<Finding> zones(String server, Plan.HighAvailability availability) {
    return availability.mode() == Mode.ZONE_REDUNDANT
            && !server.isEmpty()
            && server.equals(availability.standbyZone())
        ? Optional.of(RulePack.finding("HA-3"))
        : Optional.empty();
  }

  /** HA-4: from one mode to another, of a server that exists. */
  public static Optional<Finding> change(Mode was, Mode is) {
    return was != Mode.DISABLED && is != Mode.DISABLED && was != is
        ? Optional.of(RulePack.finding("HA-4"))
        : Optional.empty();
  }
}
