package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ServerSettings;

/** Reads and shows settings of servers: what a client leaves out stays as it is. */
final class SettingsBodies {

  private SettingsBodies() {}

  /** The settings that a body asks for, on top of those a server has. */
  static ServerSettings merge(ServerSettings old, JsonNode properties) {
    return new ServerSettings(
        old.id(),
        window(old.window(), properties.path("maintenanceWindow")),
        standby(old.standby(), properties),
        auth(old.auth(), properties.path("authConfig")),
        network(old.network(), properties.path("network")),
        old.origin());
  }

  private static ServerSettings.Window window(ServerSettings.Window old, JsonNode sent) {
    String custom = Tree.text(sent, "customWindow");
    int day = sent.path("dayOfWeek").asInt(old.day());
    int hour = sent.path("startHour").asInt(old.hour());
    int minute = sent.path("startMinute").asInt(old.minute());
    if (day < 0 || day > 6 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      throw ArmErrors.invalidParameter("maintenanceWindow");
    }
    boolean on = custom.isEmpty() ? old.custom() : custom.equalsIgnoreCase("Enabled");
    return new ServerSettings.Window(on, day, hour, minute);
  }

  private static ServerSettings.Standby standby(ServerSettings.Standby old, JsonNode properties) {
    JsonNode sent = properties.path("highAvailability");
    String mode = Tree.text(sent, "mode");
    String zone = Tree.text(sent, "standbyAvailabilityZone");
    String geo = Tree.text(properties, "backup", "geoRedundantBackup");
    if (!mode.matches("(?i)|Disabled|SameZone|ZoneRedundant")) {
      throw ArmErrors.invalidParameter("highAvailability.mode");
    }
    return new ServerSettings.Standby(
        mode.isEmpty() ? old.mode() : mode,
        zone.isEmpty() ? old.zone() : zone,
        geo.isEmpty() ? old.geoBackup() : geo.equalsIgnoreCase("Enabled"));
  }

  private static ServerSettings.Auth auth(ServerSettings.Auth old, JsonNode sent) {
    String directory = Tree.text(sent, "activeDirectoryAuth");
    String password = Tree.text(sent, "passwordAuth");
    String tenant = Tree.text(sent, "tenantId");
    return new ServerSettings.Auth(
        directory.isEmpty() ? old.directory() : directory.equalsIgnoreCase("Enabled"),
        password.isEmpty() ? old.password() : password.equalsIgnoreCase("Enabled"),
        tenant.isEmpty() ? old.tenant() : tenant);
  }

  private static ServerSettings.Network network(ServerSettings.Network old, JsonNode sent) {
    String subnet = Tree.text(sent, "delegatedSubnetResourceId");
    String zone = Tree.text(sent, "privateDnsZoneArmResourceId");
    return new ServerSettings.Network(
        subnet.isEmpty() ? old.subnet() : subnet, zone.isEmpty() ? old.zone() : zone);
  }

  static ObjectNode shape(ServerSettings.Window window) {
    return Tree.of(
        "customWindow", window.custom() ? "Enabled" : "Disabled",
        "dayOfWeek", window.day(),
        "startHour", window.hour(),
        "startMinute", window.minute());
  }

  static ObjectNode shape(ServerSettings.Auth auth, String tenant) {
    return Tree.of(
        "activeDirectoryAuth",
        auth.directory() ? "Enabled" : "Disabled",
        "passwordAuth",
        auth.password() ? "Enabled" : "Disabled",
        "tenantId",
        auth.directory() ? (auth.tenant().isEmpty() ? tenant : auth.tenant()) : null);
  }

  static ObjectNode shape(ServerSettings.Standby standby) {
    boolean on = !standby.mode().equalsIgnoreCase("Disabled");
    String zone = standby.zone().isEmpty() ? "2" : standby.zone();
    return Tree.of(
        "mode", on ? standby.mode() : "Disabled",
        "state", on ? "Healthy" : "NotEnabled",
        "standbyAvailabilityZone", on ? zone : null);
  }

  static ObjectNode shape(ServerSettings.Network network, boolean publicAccess) {
    boolean joined = !network.subnet().isEmpty();
    return Tree.of(
        "publicNetworkAccess",
        publicAccess && !joined ? "Enabled" : "Disabled",
        "delegatedSubnetResourceId",
        joined ? network.subnet() : null,
        "privateDnsZoneArmResourceId",
        network.zone().isEmpty() ? null : network.zone());
  }
}
