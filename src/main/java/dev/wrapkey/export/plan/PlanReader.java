package dev.wrapkey.export.plan;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plans; takes nothing that is not as {@link PlanWriter} writes it. */
final class PlanReader {

  private static final String ZONE = "Microsoft.Network/privateDnsZones";

  private PlanReader() {}

  static Plan plan(Part file) throws PlanUnreadable {
    Plan plan =
        new Plan(
            basics(file.part("basics")),
            configuration(file.part("configuration")),
            networking(file.part("networking")),
            encryption(file.part("encryption")),
            file.texts("tags"));
    Optional<Part> origin = file.optionalPart("origin");
    Plan whole = origin.isPresent() ? plan.copiedFrom(origin(origin.get())) : plan;
    file.end();
    return whole;
  }

  private static Origin origin(Part json) throws PlanUnreadable {
    Origin.Mode mode = json.word("mode", Origin.Mode.class);
    Optional<Instant> moment =
        json.has("moment") ? Optional.of(json.moment("moment")) : Optional.empty();
    if (mode == Origin.Mode.REPLICA && moment.isPresent()) {
      throw json.bad("moment", "replica");
    }
    String backup = json.has("backup") ? json.string("backup") : "";
    if (!backup.isEmpty() && moment.isEmpty()) {
      throw json.bad("backup", "backup");
    }
    Origin origin =
        new Origin(
            json.resource("source", ResourceId.SERVER),
            mode,
            moment,
            backup,
            json.has("key") ? Optional.of(json.key("key")) : Optional.empty());
    json.end();
    return origin;
  }

  private static Plan.Basics basics(Part json) throws PlanUnreadable {
    Part subscription = json.part("subscription");
    Plan.Basics basics =
        new Plan.Basics(
            new Subscription(subscription.string("id"), subscription.string("name")),
            json.string("group"),
            json.truth("createGroup"),
            json.string("name"),
            json.string("region"),
            json.string("version"),
            json.string("availabilityZone"),
            authentication(json.part("authentication")));
    subscription.end();
    json.end();
    return basics;
  }

  private static Plan.Authentication authentication(Part json) throws PlanUnreadable {
    if (json.has("password")) {
      throw json.bad("password", "password");
    }
    List<Plan.Administrator> administrators = new ArrayList<>();
    for (Part one : json.parts("administrators")) {
      administrators.add(
          new Plan.Administrator(one.string("objectId"), one.string("name"), one.string("type")));
      one.end();
    }
    Plan.Authentication authentication =
        new Plan.Authentication(
            json.word("method", Plan.Authentication.Method.class),
            json.string("login"),
            Secret.EMPTY,
            List.copyOf(administrators));
    json.end();
    return authentication;
  }

  private static Plan.Configuration configuration(Part json) throws PlanUnreadable {
    Part availability = json.part("highAvailability");
    Part backup = json.part("backup");
    Plan.Configuration configuration =
        new Plan.Configuration(
            compute(json.part("compute")),
            storage(json.part("storage")),
            new Plan.HighAvailability(
                availability.word("mode", Plan.HighAvailability.Mode.class),
                availability.string("standbyZone")),
            new Plan.Backup(backup.whole("retentionDays"), backup.truth("geoRedundant")));
    availability.end();
    backup.end();
    json.end();
    return configuration;
  }

  private static Plan.Compute compute(Part json) throws PlanUnreadable {
    Plan.Compute compute =
        new Plan.Compute(
            json.string("tier"), json.string("sku"), json.whole("vCores"), json.whole("memoryGib"));
    json.end();
    return compute;
  }

  private static Plan.Storage storage(Part json) throws PlanUnreadable {
    Plan.Storage storage =
        new Plan.Storage(
            json.string("type"),
            json.whole("sizeGib"),
            json.string("performanceTier"),
            json.whole("iops"),
            json.whole("throughputMib"),
            json.truth("autoGrow"));
    json.end();
    return storage;
  }

  private static Plan.Networking networking(Part json) throws PlanUnreadable {
    Plan.Networking networking =
        new Plan.Networking(
            json.word("method", Plan.Networking.Method.class),
            json.truth("publicAccess"),
            json.truth("azureServices"),
            firewall(json.parts("firewall")),
            endpoints(json.parts("endpoints")),
            privateAccess(json.optionalPart("privateAccess")));
    json.end();
    boolean closed = networking.method() == Plan.Networking.Method.PRIVATE;
    if (closed != networking.privateAccess().isPresent()) {
      throw json.bad("privateAccess", "private");
    }
    return networking;
  }

  private static List<Plan.FirewallRule> firewall(List<Part> rules) throws PlanUnreadable {
    List<Plan.FirewallRule> firewall = new ArrayList<>();
    for (Part rule : rules) {
      firewall.add(
          new Plan.FirewallRule(rule.string("name"), rule.string("start"), rule.string("end")));
      rule.end();
    }
    return List.copyOf(firewall);
  }

  private static List<Plan.PrivateEndpoint> endpoints(List<Part> parts) throws PlanUnreadable {
    List<Plan.PrivateEndpoint> endpoints = new ArrayList<>();
    for (Part one : parts) {
      endpoints.add(
          new Plan.PrivateEndpoint(
              one.resource("id", ResourceId.PRIVATE_ENDPOINT),
              one.string("region"),
              one.resource("subnet", ResourceId.SUBNET)));
      one.end();
    }
    return List.copyOf(endpoints);
  }

  private static Optional<Plan.PrivateAccess> privateAccess(Optional<Part> part)
      throws PlanUnreadable {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Part json = part.get();
    Plan.PrivateAccess access =
        new Plan.PrivateAccess(
            json.resource("subnet", ResourceId.SUBNET),
            json.resource("zone", ZONE),
            json.truth("link"));
    json.end();
    return Optional.of(access);
  }

  private static DataEncryption encryption(Part json) throws PlanUnreadable {
    DataEncryption encryption = DataEncryption.serviceManaged();
    if (json.word("mode", DataEncryption.Mode.class) == DataEncryption.Mode.CUSTOMER_MANAGED) {
      encryption =
          DataEncryption.customerManaged(
              json.key("key"), json.resource("identity", ResourceId.IDENTITY));
      Optional<Part> geo = json.optionalPart("geo");
      if (geo.isPresent()) {
        encryption = encryption.withGeo(Optional.of(geo(geo.get())));
      }
    }
    json.end();
    return encryption;
  }

  private static GeoEncryption geo(Part json) throws PlanUnreadable {
    GeoEncryption geo =
        new GeoEncryption(
            json.key("key"), json.resource("identity", ResourceId.IDENTITY), Optional.empty());
    json.end();
    return geo;
  }
}
