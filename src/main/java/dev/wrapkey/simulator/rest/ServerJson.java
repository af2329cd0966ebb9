package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Servers as the PostgreSQL service shows them; some fields came with later api-versions
 * (recorded).
 */
final class ServerJson {

  private static final String KEY_STATUS_SINCE = "2023-03-01-preview";
  private static final String STORAGE_TIER_SINCE = "2023-06-01-preview";
  private static final Map<String, String> MINOR =
      Map.of(
          "18", "1", "17", "7", "16", "11", "15", "15", "14", "20", "13", "23", "12", "22", "11",
          "22");

  private final World world;
  private final String tenant;
  private final Predicate<Server> keyWorks;

  /**
   * @param keyWorks whether a server's customer-managed key can be used at this moment
   */
  ServerJson(World world, String tenant, Predicate<Server> keyWorks) {
    this.world = world;
    this.tenant = tenant;
    this.keyWorks = keyWorks;
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
    boolean isNew = server.state(world.now()).equals("Provisioning");
    return Tree.of(
        "authConfig", Tree.of("activeDirectoryAuth", "Disabled", "passwordAuth", "Enabled"),
        "dataEncryption", encryption(server, apiVersion),
        "fullyQualifiedDomainName",
            isNew ? null : server.id().name() + ".postgres.database.azure.com",
        "version", shape.version(),
        "minorVersion", isNew ? null : MINOR.get(shape.version()),
        "administratorLogin", server.admin().login(),
        "state", server.state(world.now()),
        "availabilityZone", shape.zone().isEmpty() ? "1" : shape.zone(),
        "storage", storage(shape.storage(), apiVersion),
        "backup",
            Tree.of(
                "backupRetentionDays",
                shape.storage().backupDays(),
                "geoRedundantBackup",
                "Disabled",
                "earliestRestoreDate",
                isNew ? null : server.status().created()),
        "network", Tree.of("publicNetworkAccess", shape.publicAccess() ? "Enabled" : "Disabled"),
        "highAvailability", Tree.of("mode", "Disabled", "state", "NotEnabled"),
        "maintenanceWindow",
            Tree.of("customWindow", "Disabled", "dayOfWeek", 0, "startHour", 0, "startMinute", 0),
        "replicationRole", "Primary",
        "replicaCapacity", 5);
  }

  private ObjectNode encryption(Server server, String apiVersion) {
    Server.Encryption encryption = server.encryption();
    if (!encryption.isCustomerManaged()) {
      return Tree.of("type", "SystemManaged");
    }
    ArmId identity = encryption.identity();
    return Tree.of(
        "type",
        "AzureKeyVault",
        "primaryKeyURI",
        encryption.key(),
        "primaryUserAssignedIdentityId",
        identity == null ? null : identity.text(),
        "primaryEncryptionKeyStatus",
        apiVersion.compareTo(KEY_STATUS_SINCE) < 0
            ? null
            : keyWorks.test(server) ? "Valid" : "Invalid");
  }

  private static ObjectNode storage(Server.Storage storage, String apiVersion) {
    if (apiVersion.compareTo(STORAGE_TIER_SINCE) < 0) {
      return Tree.of("storageSizeGB", storage.gib());
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
