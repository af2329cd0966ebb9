package dev.wrapkey.rules;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Server;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What stands in the way of copies of a server: SRC-1, RST-3, RST-5, REP-1, REP-2, CMK-34 and
 * REP-4.
 *
 * <p>Source: "Restore to the paired region", 6 November 2025; "Create a read replica", 13 April
 * 2025; "Read replicas", 16 July 2025; azure-cli, validators.py, 2026.
 */
public final class CopyCheck {

  /** REP-1: read replicas of one server. */
  public static final int MOST_REPLICAS = 5;

  private static final Duration FIRST_GEO_BACKUP = Duration.ofHours(1);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private CopyCheck() {}

  /** SRC-1: whether the source can be copied in the state that it is in. */
  public static Optional<Finding> state(Server source) {
    return switch (source.state()) {
      case "Ready" -> Optional.empty();
      case "Inaccessible", "Stopped" ->
          Optional.of(finding("SRC-1", "SRC-1." + source.state(), source.name()));
      default -> Optional.of(finding("SRC-1", "SRC-1.busy", source.name(), source.state()));
    };
  }

  /**
   * RST-3: whether the key of the source can be used, which every copy needs.
   *
   * @param id the key, or the version, that the source's data is under
   * @param key what the key store says of it; empty if it has no such key
   */
  public static Optional<Finding> original(KeyIdentifier id, Optional<Key> key, Instant now) {
    String why =
        key.isEmpty()
            ? KeyCheck.missing(id).message()
            : KeyCheck.obstacle(key.get(), now).map(Finding::message).orElse("");
    return why.isEmpty() ? Optional.empty() : Optional.of(RulePack.finding("RST-3", why));
  }

  /** RST-5: whether there is a geo-backup by now. */
  public static Optional<Finding> geoBackup(Server source, Instant now) {
    if (!source.setup().backup().plan().geoRedundant()) {
      return Optional.of(finding("RST-5", "RST-5.none", source.name()));
    }
    return source
        .setup()
        .created()
        .map(made -> made.plus(FIRST_GEO_BACKUP))
        .filter(first -> now.isBefore(first))
        .map(first -> RulePack.finding("RST-5", source.name(), UTC.format(first)));
  }

  /** REP-1: whether there may be one more. */
  public static Optional<Finding> replicas(Server source, int present) {
    return present < MOST_REPLICAS
        ? Optional.empty()
        : Optional.of(RulePack.finding("REP-1", source.name(), String.valueOf(present)));
  }

  /**
   * REP-2: whether the source's size goes with replicas.
   *
   * @param tier the source's compute tier
   */
  public static Optional<Finding> size(Server source, String tier) {
    if (tier.equals("Burstable")) {
      return Optional.of(finding("REP-2", "REP-2.tier", source.name()));
    }
    return source.setup().storage().isPremiumV2()
        ? Optional.of(finding("REP-2", "REP-2.disk", source.name()))
        : Optional.empty();
  }

  /** REP-4: whether a replica's mode goes with that of its source. */
  public static Optional<Finding> mode(Server source, Origin.Mode mode, DataEncryption wanted) {
    return mode == Origin.Mode.REPLICA
            && source.encryption().isCustomerManaged()
            && !wanted.isCustomerManaged()
        ? Optional.of(RulePack.finding("REP-4", source.name()))
        : Optional.empty();
  }

  /** CMK-34: whether the identity is in the replica's region, where it has to be. */
  public static Optional<Finding> identity(ManagedIdentity identity, String region) {
    return IdentityCheck.check(identity, region)
        .map(
            _ ->
                RulePack.finding(
                    "CMK-34",
                    identity.name(),
                    RegionNames.display(identity.region()),
                    RegionNames.display(region)));
  }

  /**
   * All that can be said of a source by itself.
   *
   * @param tier its compute tier
   */
  public static Optional<Finding> source(Server source, String tier, Origin.Mode mode) {
    return state(source).or(() -> mode == Origin.Mode.REPLICA ? size(source, tier) : none());
  }

  private static Optional<Finding> none() {
    return Optional.empty();
  }

  private static Finding finding(String rule, String text, String... places) {
    return new Finding(rule, RulePack.rule(rule).severity(), RulePack.words(text, places));
  }
}
