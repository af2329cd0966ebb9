package dev.wrapkey.preflight;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the signed-in account may create or change the server: RIGHT-1.
 *
 * @param subject the server
 * @param inquiry how to ask
 */
record OwnRights(Subject subject, Inquiry inquiry) {

  private static final String SERVERS = "Microsoft.DBforPostgreSQL/flexibleServers/write";
  private static final String GROUPS = "Microsoft.Resources/subscriptions/resourceGroups/write";

  /** What may be done, and where. */
  private record Place(String name, List<ActionBlock> actions, List<String> needed) {

    List<String> missing() {
      return needed.stream()
          .filter(action -> actions.stream().noneMatch(block -> block.allows(action)))
          .toList();
    }
  }

  Check judged(Trials trials, Optional<Server> found) {
    Place place = place(found);
    List<String> missing = place.missing();
    if (missing.isEmpty()) {
      return trials.passed("RIGHT-1", place.name());
    }
    // What is not granted for the whole subscription may still be for one resource group.
    return subject.server().isEmpty()
        ? trials.said("RIGHT-1", Verdict.UNKNOWN, "RIGHT-1.group", subject.subscription().name())
        : trials.broken(
            RulePack.finding("RIGHT-1", place.name(), String.join(", ", missing)),
            Optional.empty());
  }

  private Place place(Optional<Server> found) {
    if (found.isPresent()) {
      ResourceId id = found.get().id();
      return new Place("server " + id.name(), own(id.toString()), List.of(SERVERS));
    }
    return subject.server().map(this::group).orElseGet(() -> everywhere(List.of(SERVERS)));
  }

  private Place group(ResourceId server) {
    String scope =
        "/subscriptions/%s/resourceGroups/%s"
            .formatted(server.subscription(), server.resourceGroup());
    try {
      return new Place(
          Phrases.say("trial.servers.group", server.resourceGroup()), own(scope), List.of(SERVERS));
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        return everywhere(List.of(GROUPS, SERVERS));
      }
      throw failure;
    }
  }

  private Place everywhere(List<String> needed) {
    return new Place(
        Phrases.say("trial.servers.subscription", subject.subscription().name()),
        own("/subscriptions/" + subject.subscription().id()),
        new ArrayList<>(needed));
  }

  private List<ActionBlock> own(String scope) {
    return inquiry.ask(cloud -> cloud.safeguards().ownActions(scope));
  }
}
