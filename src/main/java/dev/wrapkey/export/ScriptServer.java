package dev.wrapkey.export;

import dev.wrapkey.export.Script.Command;
import dev.wrapkey.provisioning.Plan;
import java.util.List;
import java.util.Map;

/**
 * The command that makes the server. What azure-cli does by itself is not said, so that older
 * versions, which lack options, make all the servers they can.
 */
final class ScriptServer {

  private static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  /** Performance tier that a disk has of itself, by size in GiB (portal specification 1.6). */
  private static final Map<Integer, String> TIERS =
      Map.ofEntries(
          Map.entry(32, "P4"),
          Map.entry(64, "P6"),
          Map.entry(128, "P10"),
          Map.entry(256, "P15"),
          Map.entry(512, "P20"),
          Map.entry(1024, "P30"),
          Map.entry(2048, "P40"),
          Map.entry(4095, "P50"),
          Map.entry(4096, "P50"),
          Map.entry(8192, "P60"),
          Map.entry(16384, "P70"),
          Map.entry(32767, "P80"));

  private ScriptServer() {}

  static Command create(Plan plan, List<String> tags) {
    Plan.Basics basics = plan.basics();
    Command create =
        Command.of("postgres flexible-server create")
            .with("--resource-group", basics.group())
            .with("--name", basics.name())
            .with("--location", basics.region())
            .with("--version", basics.version())
            .withIf(!basics.availabilityZone().isEmpty(), "--zone", basics.availabilityZone())
            .with("--tier", plan.configuration().compute().tier())
            .with("--sku-name", plan.configuration().compute().sku());
    storage(create, plan.configuration().storage());
    Plan.HighAvailability standby = plan.configuration().highAvailability();
    Plan.Backup backup = plan.configuration().backup();
    create
        .withIf(standby.isOn(), "--high-availability", standby.mode().word())
        .withIf(
            standby.isOn() && !standby.standbyZone().isEmpty(),
            "--standby-zone",
            standby.standbyZone())
        .with("--backup-retention", String.valueOf(backup.retentionDays()))
        .withIf(backup.geoRedundant(), "--geo-redundant-backup", ENABLED);
    authentication(create, basics.authentication());
    network(create, plan.networking());
    encryption(create, plan);
    if (!tags.isEmpty()) {
      create.with("--tags", tags.toArray(String[]::new));
    }
    return create.with("--yes").with("--output", "none");
  }

  static void storage(Command create, Plan.Storage storage) {
    boolean premiumV2 = storage.isPremiumV2();
    String tier = storage.performanceTier();
    boolean ownTier = tier.isEmpty() || tier.equals(TIERS.get(storage.sizeGib()));
    create
        .with("--storage-size", String.valueOf(storage.sizeGib()))
        .withIf(premiumV2, "--storage-type", storage.type())
        .withIf(premiumV2, "--iops", String.valueOf(storage.iops()))
        .withIf(premiumV2, "--throughput", String.valueOf(storage.throughputMib()))
        .withIf(!premiumV2 && !ownTier, "--performance-tier", tier)
        .withIf(storage.autoGrow(), "--storage-auto-grow", ENABLED);
  }

  private static void authentication(Command create, Plan.Authentication authentication) {
    boolean passwords = authentication.method().hasPasswords();
    create
        .withIf(passwords, "--admin-user", authentication.login())
        .withIf(passwords, Script.PASSWORD, "@-")
        .withIf(!passwords, "--password-auth", DISABLED)
        .withIf(authentication.method().hasEntra(), "--active-directory-auth", ENABLED);
  }

  private static void network(Command create, Plan.Networking networking) {
    if (networking.privateAccess().isPresent()) {
      Plan.PrivateAccess access = networking.privateAccess().get();
      create
          .with("--subnet", access.subnet().toString())
          .with("--private-dns-zone", access.zone().toString());
    } else {
      create.with("--public-access", networking.publicAccess() ? "None" : DISABLED);
    }
  }

  static void encryption(Command create, Plan plan) {
    if (!plan.encryption().isCustomerManaged()) {
      return;
    }
    plan.encryption().key().ifPresent(key -> create.with("--key", key.toString()));
    plan.encryption().identity().ifPresent(id -> create.with("--identity", id.toString()));
    plan.encryption()
        .geo()
        .ifPresent(
            geo ->
                create
                    .with("--backup-key", geo.key().toString())
                    .with("--backup-identity", geo.identity().toString()));
  }
}
