package dev.wrapkey.app;

import dev.wrapkey.cli.Checking.Target;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.Optional;

/**
 * Finds out what a person wants checked.
 *
 * @param cloud where to look
 */
record Targets(Cloud cloud) {

  /** Empty if there is no such server. */
  Optional<Subject> subject(Target target) {
    return switch (target) {
      case Target.Planned planned -> Optional.of(planned(planned.plan()));
      case Target.Existing existing ->
          ResourceId.parse(existing.server())
              .map(this::byId)
              .orElseGet(() -> byName(existing.server()));
    };
  }

  /** A server by its name or identifier; empty if there is none. */
  Optional<Server> server(String text) {
    return subject(new Target.Existing(text))
        .flatMap(Subject::server)
        .map(id -> cloud.servers().get(id));
  }

  private Subject planned(Plan plan) {
    return Subject.of(plan, pair(plan.basics().subscription().id(), plan.basics().region()));
  }

  private Optional<Subject> byName(String name) {
    for (Subscription each : cloud.directory().subscriptions()) {
      for (Server server : cloud.servers().list(each.id())) {
        if (server.name().equalsIgnoreCase(name)) {
          return Optional.of(existing(server, each));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Subject> byId(ResourceId id) {
    if (!id.type().equalsIgnoreCase(ResourceId.SERVER)) {
      return Optional.empty();
    }
    try {
      Server server = cloud.servers().get(id);
      return cloud.directory().subscriptions().stream()
          .filter(each -> each.id().equalsIgnoreCase(id.subscription()))
          .findFirst()
          .map(each -> existing(server, each));
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Subject existing(Server server, Subscription subscription) {
    return Subject.of(server, subscription, pair(subscription.id(), server.region()));
  }

  private Optional<String> pair(String subscription, String region) {
    return cloud.directory().regions(subscription).stream()
        .filter(each -> each.is(region))
        .findFirst()
        .flatMap(Region::pair);
  }
}
