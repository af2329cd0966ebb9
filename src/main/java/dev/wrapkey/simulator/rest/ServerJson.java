package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.KeyLife;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerSettings;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Servers as the PostgreSQL service shows them; some fields came with later api-versions
 * (recorded).
 */
final class ServerJson {

  private static final String KEY_STATUS_SINCE = "2023-03-01-preview";
  private static final String STORAGE_TIER_SINCE = "2023-06-01-preview";
  private static final String ENDPOINTS_SINCE = "2024-11-01-preview";
  private static final String HOST = ".postgres.database.azure.com";
  private static final int CAPACITY = 5;
  private static final Map<String, String> MINOR =
      Map.of(
          "18", "1", "17", "7", "16", "11", "15", "15", "14", "20", "13", "23", "12", "22", "11",
          "22");

  private final World world;
  private final String tenant;
  private final KeyLife life;

  /**
   * @param life what the service believes of the servers' keys
   */
  ServerJson(World world, String tenant, KeyLife life) {
    this.world = world;
    this.tenant = tenant;
    this.life = life;
  }

  ObjectNode shape(Server server, String apiVersion) {
    return Tree.of(
        "sku",
            Tree.of(
                "name", server.shape().compute().sku(), "tier", server.shape().compute().tier()),
        "identity", identity(server),
        "systemData", Tree.of("createdAt", server.status().created()),
        "properties", properties(server, apiVersion),
        "location", world.regions().displayName(server.region()),
        "tags", server.shape().tags().isEmpty() ? null : server.shape().tags(),
        "id", server.id().text(),
        "name", server.id().name(),
        "type", Server.TYPE);
  }

  private ObjectNode properties(Server server, String apiVersion) {
    Server.Shape shape = server.shape();
    ServerSettings settings = world.settings(server);
    String state = state(server);
    boolean isNew = state.equals("Provisioning");
    ArmId source = settings.origin().source();
    boolean replica = settings.origin().isReplica();
    String role = replica ? "AsyncReplica" : "Primary";
    int capacity = replica ? 0 : CAPACITY;
    boolean later = apiVersion.compareTo(STORAGE_TIER_SINCE) >= 0;
    ObjectNode properties =
        Tree.of(
            "replica", later ? Tree.of("role", role, "capacity", capacity) : null,
            "authConfig", SettingsBodies.shape(settings.auth(), tenant),
            "dataEncryption", encryption(server, apiVersion),
            "fullyQualifiedDomainName", isNew ? null : server.id().name() + HOST,
            "version", shape.version(),
            "minorVersion", isNew ? null : MINOR.get(shape.version()),
            "administratorLogin", server.admin().login(),
            "state", state,
            "availabilityZone", shape.zone().isEmpty() ? "1" : shape.zone(),
            "sourceServerResourceId", replica && source != null ? source.text() : null,
            "storage", storage(shape.storage(), apiVersion),
            "backup", backup(server, settings, isNew),
            "network", SettingsBodies.shape(settings.network(), shape.publicAccess()),
            "highAvailability", SettingsBodies.shape(settings.standby()),
            "maintenanceWindow", SettingsBodies.shape(settings.window()),
            "replicationRole", role,
            "replicaCapacity", capacity);
    if (apiVersion.compareTo(STORAGE_TIER_SINCE) < 0) {
      properties.put("storageAutoGrowth", shape.storage().autoGrow());
    }
    if (apiVersion.compareTo(ENDPOINTS_SINCE) >= 0) {
      properties.set(
          "privateEndpointConnections",
          Tree.array(new PrivateEndpoints(world).connections(server.id())));
    }
    return properties;
  }

  /** A server whose key cannot be used is inaccessible, whatever else it would be. */
  private String state(Server server) {
    String state = server.state(world.now());
    return state.equals("Ready") && !life.isAccessible(server) ? "Inaccessible" : state;
  }

  private ObjectNode backup(Server server, ServerSettings settings, boolean isNew) {
    return Tree.of(
        "backupRetentionDays",
        server.shape().storage().backupDays(),
        "geoRedundantBackup",
        settings.standby().geoBackup() ? "Enabled" : "Disabled",
        "earliestRestoreDate",
        isNew ? null : Backups.earliest(server, world.now()));
  }

  /** A replica in the list of its source's replicas: less than itself shows (recorded). */
  ObjectNode replica(Server server, String apiVersion) {
    ObjectNode shape = shape(server, apiVersion);
    ObjectNode properties = shape.withObject("/properties");
    if (apiVersion.compareTo(STORAGE_TIER_SINCE) < 0) {
      shape.set("sku", Tree.of("name", ""));
      properties.set("storage", Tree.of("storageSizeGB", 0));
      properties.set("network", Tree.of("publicNetworkAccess", "Disabled"));
      properties.set("dataEncryption", Tree.of("type", "SystemManaged"));
    }
    return shape.put("location", server.region());
  }

  private ObjectNode encryption(Server server, String apiVersion) {
    Server.Encryption encryption = server.encryption();
    if (!encryption.isCustomerManaged()) {
      return Tree.of("type", "SystemManaged");
    }
    ArmId identity = encryption.identity();
    Server.Geo geo = encryption.geo();
    boolean shows = apiVersion.compareTo(KEY_STATUS_SINCE) >= 0;
    return Tree.of(
        "type",
        "AzureKeyVault",
        "primaryKeyURI",
        encryption.key(),
        "primaryUserAssignedIdentityId",
        identity == null ? null : identity.text(),
        "geoBackupKeyURI",
        geo == null ? null : geo.key(),
        "geoBackupUserAssignedIdentityId",
        geo == null ? null : geo.identity().text(),
        ServerBodies.FEDERATED,
        ServerBodies.knowsFederation(apiVersion) ? encryption.federated() : null,
        "primaryEncryptionKeyStatus",
        shows ? status(server, Volumes.Part.DATA) : null,
        "geoBackupEncryptionKeyStatus",
        shows && geo != null ? status(server, Volumes.Part.GEO) : null);
  }

  private String status(Server server, Volumes.Part part) {
    return life.isValid(server, part) ? "Valid" : "Invalid";
  }

  private static ObjectNode storage(Server.Storage storage, String apiVersion) {
    if (apiVersion.compareTo(STORAGE_TIER_SINCE) < 0) {
      return Tree.of("storageSizeGB", storage.gib());
    }
    if (storage.isPremiumV2()) {
      return Tree.of(
          "type", Server.Storage.PREMIUM_V2,
          "iops", storage.iops(),
          "throughput", storage.throughput(),
          "storageSizeGB", storage.gib(),
          "autoGrow", "Disabled");
    }
    return Tree.of(
        "type", "",
        "iops", storage.iops(),
        "tier", storage.tier(),
        "storageSizeGB", storage.gib(),
        "autoGrow", storage.autoGrow() ? "Enabled" : "Disabled");
  }

  private @Nullable ObjectNode identity(Server server) {
    List<ArmId> assigned = server.encryption().identities();
    if (assigned.isEmpty()) {
      return null;
    }
    ObjectNode map = Tree.of();
    for (ArmId id : assigned) {
      map.set(id.text(), world.identities().get(id.key()).map(i -> ids(i)).orElseGet(Tree::of));
    }
    return Tree.of("userAssignedIdentities", map, "type", "UserAssigned", "tenantId", tenant);
  }

  private static ObjectNode ids(Identity identity) {
    return Tree.of("principalId", identity.principalId(), "clientId", identity.clientId());
  }
}
