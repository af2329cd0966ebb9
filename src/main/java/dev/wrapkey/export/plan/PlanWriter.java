package dev.wrapkey.export.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;

/** Everything of a plan but its secret. */
final class PlanWriter {

  private PlanWriter() {}

  static ObjectNode json(Plan plan) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put(PlanFile.MARK, PlanFile.VERSION);
    basics(file.putObject("basics"), plan.basics());
    configuration(file.putObject("configuration"), plan.configuration());
    networking(file.putObject("networking"), plan.networking());
    encryption(file.putObject("encryption"), plan.encryption());
    ObjectNode tags = file.putObject("tags");
    plan.tags().forEach(tags::put);
    plan.origin().ifPresent(origin -> origin(file.putObject("origin"), origin));
    return file;
  }

  private static void origin(ObjectNode json, Origin origin) {
    json.put("source", origin.source().toString()).put("mode", origin.mode().name());
    origin.moment().ifPresent(at -> json.put("moment", at.toString()));
    if (!origin.backup().isEmpty()) {
      json.put("backup", origin.backup());
    }
    origin.key().ifPresent(key -> json.put("key", key.toString()));
  }

  private static void basics(ObjectNode json, Plan.Basics basics) {
    json.putObject("subscription")
        .put("id", basics.subscription().id())
        .put("name", basics.subscription().name());
    json.put("group", basics.group())
        .put("createGroup", basics.createGroup())
        .put("name", basics.name())
        .put("region", basics.region())
        .put("version", basics.version())
        .put("availabilityZone", basics.availabilityZone());
    ObjectNode authentication = json.putObject("authentication");
    authentication
        .put("method", basics.authentication().method().name())
        .put("login", basics.authentication().login());
    ArrayNode administrators = authentication.putArray("administrators");
    for (Plan.Administrator one : basics.authentication().administrators()) {
      administrators
          .addObject()
          .put("objectId", one.objectId())
          .put("name", one.name())
          .put("type", one.type());
    }
  }

  private static void configuration(ObjectNode json, Plan.Configuration configuration) {
    Plan.Compute compute = configuration.compute();
    json.putObject("compute")
        .put("tier", compute.tier())
        .put("sku", compute.sku())
        .put("vCores", compute.vCores())
        .put("memoryGib", compute.memoryGib());
    Plan.Storage storage = configuration.storage();
    json.putObject("storage")
        .put("type", storage.type())
        .put("sizeGib", storage.sizeGib())
        .put("performanceTier", storage.performanceTier())
        .put("iops", storage.iops())
        .put("throughputMib", storage.throughputMib())
        .put("autoGrow", storage.autoGrow());
    json.putObject("highAvailability")
        .put("mode", configuration.highAvailability().mode().name())
        .put("standbyZone", configuration.highAvailability().standbyZone());
    json.putObject("backup")
        .put("retentionDays", configuration.backup().retentionDays())
        .put("geoRedundant", configuration.backup().geoRedundant());
  }

  private static void networking(ObjectNode json, Plan.Networking networking) {
    json.put("method", networking.method().name())
        .put("publicAccess", networking.publicAccess())
        .put("azureServices", networking.azureServices());
    ArrayNode firewall = json.putArray("firewall");
    networking
        .firewall()
        .forEach(
            r ->
                firewall
                    .addObject()
                    .put("name", r.name())
                    .put("start", r.start())
                    .put("end", r.end()));
    ArrayNode endpoints = json.putArray("endpoints");
    networking
        .endpoints()
        .forEach(
            e ->
                endpoints
                    .addObject()
                    .put("id", e.id().toString())
                    .put("region", e.region())
                    .put("subnet", e.subnet().toString()));
    networking
        .privateAccess()
        .ifPresent(
            access ->
                json.putObject("privateAccess")
                    .put("subnet", access.subnet().toString())
                    .put("zone", access.zone().toString())
                    .put("link", access.link()));
  }

  private static void encryption(ObjectNode json, DataEncryption encryption) {
    json.put("mode", encryption.mode().name());
    encryption.key().ifPresent(key -> json.put("key", key.toString()));
    encryption.identity().ifPresent(id -> json.put("identity", id.toString()));
    encryption
        .geo()
        .ifPresent(
            geo ->
                json.putObject("geo")
                    .put("key", geo.key().toString())
                    .put("identity", geo.identity().toString()));
  }
}
