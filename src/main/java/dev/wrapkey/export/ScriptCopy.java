package dev.wrapkey.export;

import dev.wrapkey.export.Script.Command;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import java.util.List;

/**
 * The command that copies a server: {@code restore}, {@code geo-restore} or {@code replica create}
 * (azure-cli, commands/replica_commands.py and custom_postgres.py, 2026; older versions know {@code
 * --name} of a replica as {@code --replica-name}). Without a moment it takes the newest.
 */
final class ScriptCopy {

  private static final String SERVER = "postgres flexible-server ";

  private ScriptCopy() {}

  /**
   * @param tags of those that an option can say; only replicas have one
   */
  static Command create(Plan plan, Origin origin, List<String> tags) {
    Plan.Basics basics = plan.basics();
    Command create =
        Command.of(SERVER + words(origin.mode()))
            .with("--resource-group", basics.group())
            .with("--name", basics.name())
            .with("--source-server", origin.source().toString())
            .withIf(origin.mode() != Origin.Mode.POINT_IN_TIME, "--location", basics.region())
            .withIf(!basics.availabilityZone().isEmpty(), "--zone", basics.availabilityZone());
    origin.moment().ifPresent(at -> create.with("--restore-time", at.toString()));
    if (origin.isReplica()) {
      size(create, plan.configuration());
    } else {
      backup(create, plan.configuration());
    }
    plan.networking()
        .privateAccess()
        .ifPresent(
            access ->
                create
                    .with("--subnet", access.subnet().toString())
                    .with("--private-dns-zone", access.zone().toString()));
    ScriptServer.encryption(create, plan);
    if (origin.isReplica() && !tags.isEmpty()) {
      create.with("--tags", tags.toArray(String[]::new));
    }
    return create.with("--yes").with("--output", "none");
  }

  private static String words(Origin.Mode mode) {
    return switch (mode) {
      case POINT_IN_TIME -> "restore";
      case GEO -> "geo-restore";
      case REPLICA -> "replica create";
    };
  }

  private static void size(Command create, Plan.Configuration configuration) {
    create
        .with("--tier", configuration.compute().tier())
        .with("--sku-name", configuration.compute().sku())
        .with("--storage-size", String.valueOf(configuration.storage().sizeGib()))
        .withIf(
            !configuration.storage().performanceTier().isEmpty(),
            "--performance-tier",
            configuration.storage().performanceTier());
  }

  private static void backup(Command create, Plan.Configuration configuration) {
    create
        .withIf(
            configuration.storage().isPremiumV2(), "--storage-type", configuration.storage().type())
        .withIf(configuration.backup().geoRedundant(), "--geo-redundant-backup", "Enabled");
  }
}
