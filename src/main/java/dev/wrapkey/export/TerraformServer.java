package dev.wrapkey.export;

import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Map;

/** The server in Terraform's words, all of them said. */
final class TerraformServer {

  private static final int MIB = 1024;
  private static final Map<String, String> TIERS =
      Map.of("Burstable", "B", "GeneralPurpose", "GP", "MemoryOptimized", "MO");

  private final Plan plan;
  private final String group;

  /**
   * @param group an expression for the name of the resource group
   */
  TerraformServer(Plan plan, String group) {
    this.plan = plan;
    this.group = group;
  }

  Block block() {
    return plan.origin().map(this::copy).orElseGet(this::empty);
  }

  /** What a copy takes over is left out; the provider reads it from the server. */
  private Block copy(Origin origin) {
    Plan.Configuration configuration = plan.configuration();
    Block server =
        Block.resource("azurerm_postgresql_flexible_server", "server")
            .quoted("name", plan.basics().name())
            .with("resource_group_name", group)
            .quoted("location", plan.basics().region())
            .any("zone", plan.basics().availabilityZone())
            .quoted("create_mode", origin.mode().word())
            .quoted("source_server_id", origin.source().toString());
    origin
        .moment()
        .ifPresent(at -> server.quoted("point_in_time_restore_time_in_utc", at.toString()));
    if (origin.isReplica()) {
      server
          .quoted("sku_name", sku(configuration.compute()))
          .with("storage_mb", String.valueOf(configuration.storage().sizeGib() * MIB));
    } else {
      server.with(
          "geo_redundant_backup_enabled", String.valueOf(configuration.backup().geoRedundant()));
    }
    network(server);
    server.map("tags", plan.tags());
    encryption(server);
    return server;
  }

  private Block empty() {
    Plan.Basics basics = plan.basics();
    Plan.Configuration configuration = plan.configuration();
    Plan.Storage storage = configuration.storage();
    Block server =
        Block.resource("azurerm_postgresql_flexible_server", "server")
            .quoted("name", basics.name())
            .with("resource_group_name", group)
            .quoted("location", basics.region())
            .quoted("version", basics.version())
            .any("zone", basics.availabilityZone());
    if (basics.authentication().method().hasPasswords()) {
      server
          .quoted("administrator_login", basics.authentication().login())
          .with("administrator_password", "var.administrator_password");
    }
    server
        .quoted("sku_name", sku(configuration.compute()))
        .with("storage_mb", String.valueOf(storage.sizeGib() * MIB))
        .any("storage_tier", storage.performanceTier())
        .with("auto_grow_enabled", String.valueOf(storage.autoGrow()))
        .with("backup_retention_days", String.valueOf(configuration.backup().retentionDays()))
        .with(
            "geo_redundant_backup_enabled", String.valueOf(configuration.backup().geoRedundant()));
    network(server);
    server.map("tags", plan.tags());
    authentication(server);
    highAvailability(server);
    encryption(server);
    return server;
  }

  private static String sku(Plan.Compute compute) {
    return TIERS.getOrDefault(compute.tier(), compute.tier()) + "_" + compute.sku();
  }

  private void network(Block server) {
    server.with("public_network_access_enabled", String.valueOf(plan.networking().publicAccess()));
    plan.networking()
        .privateAccess()
        .ifPresent(
            access ->
                server
                    .quoted("delegated_subnet_id", access.subnet().toString())
                    .quoted("private_dns_zone_id", access.zone().toString()));
    if (Blueprint.linkId(plan.networking()).isPresent()) {
      server.with("depends_on", "[azurerm_private_dns_zone_virtual_network_link.link]");
    }
  }

  private void authentication(Block server) {
    Plan.Authentication.Method method = plan.basics().authentication().method();
    Block block =
        new Block("authentication")
            .with("password_auth_enabled", String.valueOf(method.hasPasswords()))
            .with("active_directory_auth_enabled", String.valueOf(method.hasEntra()));
    if (!ServerBody.administrators(plan).isEmpty()) {
      block.with("tenant_id", "data.azurerm_client_config.current.tenant_id");
    }
    server.block(block);
  }

  private void highAvailability(Block server) {
    Plan.HighAvailability standby = plan.configuration().highAvailability();
    if (standby.isOn()) {
      server.block(
          new Block("high_availability")
              .quoted("mode", standby.mode().word())
              .any("standby_availability_zone", standby.standbyZone()));
    }
  }

  private void encryption(Block server) {
    if (!plan.encryption().isCustomerManaged()) {
      return;
    }
    server.block(
        new Block("identity")
            .quoted("type", "UserAssigned")
            .texts(
                "identity_ids",
                ServerBody.identities(plan.encryption()).stream()
                    .map(ResourceId::toString)
                    .toList()));
    Block keys = new Block("customer_managed_key");
    plan.encryption().key().ifPresent(key -> keys.quoted("key_vault_key_id", key.toString()));
    plan.encryption()
        .identity()
        .ifPresent(id -> keys.quoted("primary_user_assigned_identity_id", id.toString()));
    plan.encryption()
        .geo()
        .ifPresent(
            geo ->
                keys.quoted("geo_backup_key_vault_key_id", geo.key().toString())
                    .quoted("geo_backup_user_assigned_identity_id", geo.identity().toString()));
    server.block(keys);
  }
}
