package dev.wrapkey.export;

import dev.wrapkey.export.Value.Members;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server itself, as the service takes it (portal specification 4.3). */
final class ServerBody {

  private ServerBody() {}

  static Members of(Plan plan) {
    return plan.origin().map(origin -> CopyBody.of(plan, origin)).orElseGet(() -> empty(plan));
  }

  private static Members empty(Plan plan) {
    Plan.Compute compute = plan.configuration().compute();
    return Value.members()
        .with("location", new Value.Parameter(Blueprint.LOCATION))
        .with("tags", new Value.Parameter(Blueprint.TAGS))
        .with("sku", Value.members().with("name", compute.sku()).with("tier", compute.tier()))
        .withAny("identity", identity(plan.encryption()))
        .with("properties", properties(plan));
  }

  /** The administrators that the server gets; none with passwords only. */
  static List<Plan.Administrator> administrators(Plan plan) {
    Plan.Authentication authentication = plan.basics().authentication();
    return authentication.method().hasEntra() && !plan.isCopy()
        ? authentication.administrators()
        : List.of();
  }

  /** The identities of both keys, each once. */
  static List<ResourceId> identities(DataEncryption encryption) {
    return encryption.isCustomerManaged()
        ? Stream.concat(
                encryption.identity().stream(),
                encryption.geo().map(GeoEncryption::identity).stream())
            .distinct()
            .toList()
        : List.of();
  }

  static Optional<Members> identity(DataEncryption encryption) {
    Members assigned = Value.members();
    identities(encryption).forEach(id -> assigned.with(id.toString(), Value.members()));
    return Optional.of(
            Value.members().with("type", "UserAssigned").with("userAssignedIdentities", assigned))
        .filter(_ -> encryption.isCustomerManaged());
  }

  private static Members properties(Plan plan) {
    Plan.Basics basics = plan.basics();
    Plan.Authentication.Method method = basics.authentication().method();
    Members properties =
        Value.members().with("createMode", "Create").with("version", basics.version());
    if (method.hasPasswords()) {
      properties
          .with("administratorLogin", new Value.Parameter(Blueprint.LOGIN))
          .with("administratorLoginPassword", new Value.Parameter(Blueprint.PASSWORD));
    }
    return properties
        .with(
            "authConfig",
            Value.members()
                .with("passwordAuth", enabled(method.hasPasswords()))
                .with("activeDirectoryAuth", enabled(method.hasEntra()))
                .with("tenantId", new Value.Tenant()))
        .withAny("availabilityZone", basics.availabilityZone())
        .with("storage", storage(plan.configuration().storage()))
        .with("backup", backup(plan.configuration().backup()))
        .with("highAvailability", highAvailability(plan.configuration().highAvailability()))
        .with("network", network(plan.networking()))
        .withAny("dataEncryption", encryption(plan.encryption()));
  }

  static Members storage(Plan.Storage storage) {
    Members disk =
        Value.members()
            .with("storageSizeGB", storage.sizeGib())
            .with("autoGrow", enabled(storage.autoGrow()))
            .with("type", storage.type());
    return storage.isPremiumV2()
        ? disk.with("iops", storage.iops()).with("throughput", storage.throughputMib())
        : disk.withAny("tier", storage.performanceTier());
  }

  static Members backup(Plan.Backup backup) {
    return Value.members()
        .with("backupRetentionDays", backup.retentionDays())
        .with("geoRedundantBackup", enabled(backup.geoRedundant()));
  }

  private static Members highAvailability(Plan.HighAvailability wanted) {
    return Value.members()
        .with("mode", wanted.mode().word())
        .withAny("standbyAvailabilityZone", wanted.isOn() ? wanted.standbyZone() : "");
  }

  static Members network(Plan.Networking networking) {
    Members network =
        Value.members().with("publicNetworkAccess", enabled(networking.publicAccess()));
    networking
        .privateAccess()
        .ifPresent(
            access ->
                network
                    .with("delegatedSubnetResourceId", access.subnet().toString())
                    .with("privateDnsZoneArmResourceId", access.zone().toString()));
    return network;
  }

  static Optional<Members> encryption(DataEncryption wanted) {
    if (!wanted.isCustomerManaged()) {
      return Optional.empty();
    }
    Members encryption = Value.members().with("type", "AzureKeyVault");
    wanted.key().ifPresent(key -> encryption.with("primaryKeyURI", key.toString()));
    wanted
        .identity()
        .ifPresent(id -> encryption.with("primaryUserAssignedIdentityId", id.toString()));
    wanted
        .geo()
        .ifPresent(
            geo ->
                encryption
                    .with("geoBackupKeyURI", geo.key().toString())
                    .with("geoBackupUserAssignedIdentityId", geo.identity().toString()));
    return Optional.of(encryption);
  }

  private static String enabled(boolean on) {
    return on ? "Enabled" : "Disabled";
  }
}
