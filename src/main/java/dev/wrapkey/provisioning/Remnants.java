package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lists what a deployment has left behind: what its ledger knows, and what the cloud says of it.
 */
public final class Remnants {

  private final Cloud cloud;

  public Remnants(Cloud cloud) {
    this.cloud = cloud;
  }

  /** What the ledger knows, without asking anybody. */
  public static List<Remnant> recorded(Ledger.Entry entry) {
    return list(entry, "", "", part -> "");
  }

  /**
   * The same with what the cloud says now. Where the person may not look, or nobody answers, the
   * state is empty.
   */
  public List<Remnant> look(Ledger.Entry entry) {
    return list(
        entry,
        entry.group().isThere() ? groupState(entry.id()) : "",
        entry.server().isThere() ? serverState(entry.id()) : "",
        this::partState);
  }

  private static List<Remnant> list(
      Ledger.Entry entry,
      String groupState,
      String serverState,
      Function<ResourceId, String> states) {
    List<Remnant> left = new ArrayList<>();
    ResourceId id = entry.id();
    if (entry.group().isThere()) {
      left.add(
          new Remnant(
              Remnant.Kind.GROUP,
              id.resourceGroup(),
              Remnant.GROUP_TYPE,
              entry.group(),
              groupState));
    }
    if (entry.server().isThere()) {
      left.add(new Remnant(Remnant.Kind.SERVER, id.name(), id.type(), entry.server(), serverState));
    }
    entry.made().parts().stream()
        .filter(part -> part.presence().isThere())
        .map(part -> part(part, id, serverState, states))
        .forEach(left::add);
    return left;
  }

  // What is a part of the server goes with it.
  private static Remnant part(
      Ledger.Part part,
      ResourceId server,
      String serverState,
      Function<ResourceId, String> states) {
    boolean gone = part.id().parent().equals(server) && serverState.equals(Remnant.GONE);
    return new Remnant(
        Remnant.Kind.PART,
        part.id().name().substring(part.id().name().lastIndexOf('/') + 1),
        part.id().type(),
        part.presence(),
        gone ? Remnant.GONE : states.apply(part.id()));
  }

  // Firewall rules and administrators are told by their server's state.
  private String partState(ResourceId part) {
    if (!part.type().equals(ResourceId.PRIVATE_ENDPOINT)) {
      return "";
    }
    try {
      return cloud.networks().endpoint(part).map(Networks.Endpoint::state).orElse(Remnant.GONE);
    } catch (CloudFailure _) {
      return "";
    }
  }

  private String serverState(ResourceId server) {
    try {
      return cloud.servers().get(server).state();
    } catch (CloudFailure failure) {
      return failure.kind() == Kind.NOT_FOUND ? Remnant.GONE : "";
    }
  }

  private String groupState(ResourceId server) {
    try {
      return cloud.directory().resourceGroups(server.subscription()).stream()
              .anyMatch(group -> group.name().equalsIgnoreCase(server.resourceGroup()))
          ? Remnant.FOUND
          : Remnant.GONE;
    } catch (CloudFailure _) {
      return "";
    }
  }
}
