package dev.wrapkey.record;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VaultOrder;
import java.util.List;

/** What a call is about, by its arguments. */
final class Target {

  private Target() {}

  static ResourceId server(Plan plan) {
    Plan.Basics basics = plan.basics();
    return ResourceId.server(basics.subscription().id(), basics.group(), basics.name());
  }

  /** An identifier of Azure; empty if the arguments name nothing that has one. */
  static String of(List<Object> arguments) {
    if (arguments.isEmpty()) {
      return "";
    }
    Object second = arguments.size() > 1 ? arguments.get(1) : "";
    return switch (arguments.getFirst()) {
      case KeyStore store when second instanceof String name && !name.isEmpty() ->
          new KeyIdentifier(store.host(), name, java.util.Optional.empty()).toString();
      case KeyStore store -> store.id().toString();
      case Plan plan -> server(plan).toString();
      case VaultOrder order -> order.id().toString();
      case Plan.PrivateEndpoint endpoint -> endpoint.id().toString();
      case dev.wrapkey.provisioning.Networks.ZoneLink link -> link.id().toString();
      case String subscription when second instanceof String group && !group.isEmpty() ->
          "/subscriptions/" + subscription + "/resourceGroups/" + group;
      case ResourceId id -> id.toString();
      case KeyIdentifier id -> id.toString();
      default -> "";
    };
  }
}
