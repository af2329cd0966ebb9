package dev.wrapkey.record;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.Map;

/**
 * Looks how a thing is, to write it down. What cannot be seen is said to be unknown, and does not
 * keep anybody from working.
 *
 * @param cloud where it is
 */
record Glance(Cloud cloud) {

  /** Name under which it is said why a thing could not be seen. */
  static final String UNSEEN = "notSeen";

  /** How the subject of a call is now; empty if there is none. */
  Map<String, String> at(Change.Subject subject, List<Object> arguments) {
    try {
      return look(subject, arguments);
    } catch (CloudFailure failure) {
      return failure.kind() == CloudFailure.Kind.NOT_FOUND
          ? Map.of()
          : Map.of(UNSEEN, failure.code());
    }
  }

  private Map<String, String> look(Change.Subject subject, List<Object> arguments) {
    Object first = arguments.isEmpty() ? subject : arguments.getFirst();
    return switch (subject) {
      case NOTHING -> Map.of();
      case SERVER -> Values.of(cloud.servers().get(server(first)));
      case KEY -> Values.of(cloud.keyStores().get((KeyIdentifier) first));
      case POLICY -> Values.of(cloud.keyLife().policy((KeyIdentifier) first));
      case STORE -> Values.of(cloud.newVaults().get(store(first)));
      case IDENTITY -> Values.of(cloud.identities().get((ResourceId) first));
      case RIGHTS ->
          Values.of(cloud.keyStores().rights((KeyStore) first, (ManagedIdentity) arguments.get(1)));
    };
  }

  private static ResourceId server(Object first) {
    return first instanceof Plan plan ? plan.serverId() : (ResourceId) first;
  }

  private static ResourceId store(Object first) {
    return first instanceof KeyStore store ? store.id() : (ResourceId) first;
  }
}
