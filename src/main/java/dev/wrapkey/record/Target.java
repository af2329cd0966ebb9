package dev.wrapkey.record;

import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VaultOrder;
import java.util.List;
import java.util.Optional;

/** What a call is about, by its arguments. */
final class Target {

  private Target() {}

  /** An identifier of Azure; empty if the arguments name nothing that has one. */
  static String of(List<Object> arguments) {
    if (arguments.isEmpty()) {
      return "";
    }
    Object second = arguments.size() > 1 ? arguments.get(1) : "";
    return switch (arguments.getFirst()) {
      case KeyStore store when second instanceof String name && !name.isEmpty() ->
          new KeyIdentifier(store.host(), name, Optional.empty()).toString();
      case KeyStore store -> store.id().toString();
      case DeletedStore store -> store.id().toString();
      case Plan plan -> plan.serverId().toString();
      case VaultOrder order -> order.id().toString();
      case Plan.PrivateEndpoint endpoint -> endpoint.id().toString();
      case Networks.ZoneLink link -> link.id().toString();
      case String subscription when second instanceof String group && !group.isEmpty() ->
          "/subscriptions/" + subscription + "/resourceGroups/" + group;
      case ResourceId id -> id.toString();
      case KeyIdentifier id -> id.toString();
      default -> "";
    };
  }
}
