package dev.wrapkey.export;

import dev.wrapkey.export.Value.Members;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import java.time.Instant;
import java.util.Optional;

/** A copy of a server, as the service takes it: what it takes over from its source is not said. */
final class CopyBody {

  private CopyBody() {}

  static Members of(Plan plan, Origin origin) {
    Members body =
        Value.members()
            .with("location", new Value.Parameter(Blueprint.LOCATION))
            .with("tags", new Value.Parameter(Blueprint.TAGS));
    if (origin.isReplica()) {
      Plan.Compute compute = plan.configuration().compute();
      body.with("sku", Value.members().with("name", compute.sku()).with("tier", compute.tier()));
    }
    return body.withAny("identity", ServerBody.identity(plan.encryption()))
        .with("properties", properties(plan, origin));
  }

  private static Members properties(Plan plan, Origin origin) {
    Plan.Storage storage = plan.configuration().storage();
    Members properties =
        Value.members()
            .with("createMode", origin.mode().word())
            .with("sourceServerResourceId", origin.source().toString())
            .withAny("pointInTimeUTC", origin.moment().map(Instant::toString).orElse(""))
            .withAny("availabilityZone", plan.basics().availabilityZone())
            .withAny("storage", storage(storage, origin));
    if (!origin.isReplica()) {
      properties.with("backup", ServerBody.backup(plan.configuration().backup()));
    }
    return properties
        .with("network", ServerBody.network(plan.networking()))
        .withAny("dataEncryption", encryption(plan));
  }

  private static Optional<Members> storage(Plan.Storage storage, Origin origin) {
    if (origin.isReplica()) {
      return Optional.of(ServerBody.storage(storage));
    }
    return storage.isPremiumV2()
        ? Optional.of(Value.members().with("type", storage.type()))
        : Optional.empty();
  }

  /** Said in both modes: a copy may have another mode than its source. */
  private static Optional<Members> encryption(Plan plan) {
    return ServerBody.encryption(plan.encryption())
        .or(() -> Optional.of(Value.members().with("type", "SystemManaged")));
  }
}
