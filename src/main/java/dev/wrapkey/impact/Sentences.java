package dev.wrapkey.impact;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.rules.Loss;
import java.util.List;

/** Acts and their victims, in words. */
public final class Sentences {

  /** What is said where nobody is hit, as far as it could be seen. */
  static final String UNSEEN =
      "No server that could be read needs it, but not everything could be read: a server may still"
          + " go dark.";

  private Sentences() {}

  static String act(Loss loss) {
    return switch (loss) {
      case Loss.OfKey key -> key(key.act()) + " " + keyName(key);
      case Loss.OfStore store ->
          (store.purge() ? "Purge " : "Delete ") + kind(store.kind()) + " " + store.target();
      case Loss.OfNetwork closed ->
          "Let " + reach(closed.after()) + " reach " + closed.store().name();
      case Loss.OfPermit gone ->
          "Remove %s from %s".formatted(permit(gone.permit()), gone.identity().name());
      case Loss.OfIdentity gone -> "Delete identity " + gone.target();
    };
  }

  private static String keyName(Loss.OfKey key) {
    String version = key.key().version().map(v -> " version " + v.substring(0, 8)).orElse("");
    return key.key().key() + version;
  }

  private static String key(KeyAct act) {
    return switch (act) {
      case DISABLE -> "Disable";
      case EXPIRE -> "Let expire";
      case POSTPONE -> "Keep from use";
      case RESTRICT -> "Take wrapping from";
      case DELETE -> "Delete key";
      case PURGE -> "Purge key";
    };
  }

  private static String kind(KeyStore.Kind kind) {
    return kind == KeyStore.Kind.MANAGED_HSM ? "managed HSM" : "key vault";
  }

  /** Who reaches a store, for people. */
  public static String reach(KeyStore.Network network) {
    return switch (network) {
      case ALL -> "all networks";
      case SELECTED_AND_TRUSTED -> "selected networks and trusted Microsoft services";
      case SELECTED -> "selected networks only, without trusted services,";
      case PRIVATE_AND_TRUSTED -> "private endpoints and trusted Microsoft services";
      case PRIVATE -> "private endpoints only";
    };
  }

  /** A permit by what it is and where it was given. */
  public static String permit(Permit permit) {
    return switch (permit.source()) {
      case ROLE -> "role " + permit.role() + " on " + last(permit.scope());
      case POLICY -> "the access policy of " + last(permit.scope());
      case LOCAL_ROLE -> "local role " + permit.role() + " on " + permit.scope();
    };
  }

  // A subscription has no name of its own in its identifier.
  private static String last(String scope) {
    String[] parts = scope.split("/", -1);
    String name = parts[parts.length - 1];
    if (parts.length == 3) {
      return "subscription " + name;
    }
    return parts.length == 5 ? "resource group " + name : name;
  }

  static String fate(Fate fate, List<String> servers) {
    String names = String.join(", ", servers);
    boolean one = servers.size() == 1;
    return switch (fate) {
      case GOES_DARK ->
          (one ? "1 server goes dark: " : servers.size() + " servers go dark: ") + names + ".";
      case MAY_GO_DARK ->
          (one ? "1 server may go dark: " : servers.size() + " servers may go dark: ")
              + names
              + ". "
              + (one ? "It follows" : "They follow")
              + " the newest version and may not have left this one yet.";
      case STAYS_DARK ->
          (one ? "1 server is" : servers.size() + " servers are")
              + " Inaccessible already and will stay so: "
              + names
              + ".";
      case LOST ->
          "The data of %s is gone for good, with all backups: %s."
              .formatted(one ? "1 server" : servers.size() + " servers", names);
      case BACKUPS_LOST ->
          "The backups in the paired region are gone for good, and %s dark: %s."
              .formatted(one ? "1 server goes" : servers.size() + " servers go", names);
    };
  }

  static String heirs(List<String> servers) {
    return (servers.size() == 1
            ? "1 restored server still needs the key of its source and goes dark: "
            : servers.size() + " restored servers still need the key of their source and go dark: ")
        + String.join(", ", servers)
        + ".";
  }

  static String harmless(Loss loss, int subscriptions) {
    String seen =
        subscriptions == 1 ? "in 1 subscription" : "in " + subscriptions + " subscriptions";
    return switch (loss) {
      case Loss.OfNetwork closed when closed.admitsServers() ->
          "Nothing breaks: servers come as a trusted Microsoft service and still get in.";
      case Loss.OfPermit gone when !gone.left().isEmpty() ->
          "Nothing breaks: %s may do the same by another role or policy."
              .formatted(gone.identity().name());
      default -> "Nothing breaks: no server that you can see, %s, needs it.".formatted(seen);
    };
  }

  static String word(Fate fate) {
    return switch (fate) {
      case GOES_DARK -> "Inaccessible";
      case MAY_GO_DARK -> "May be Inaccessible";
      case STAYS_DARK -> "Stays Inaccessible";
      case LOST -> "Data lost";
      case BACKUPS_LOST -> "Geo backups lost";
    };
  }

  // The copies in the paired region are under the second key, and only they are.
  static String backups(Dependent each) {
    KeyUser user = each.user();
    return each.use().purpose() == KeyUser.Purpose.PRIMARY
        ? "%s (up to %d days old)".formatted(user.name(), user.backups().days())
        : "%s (the copies in the paired region)".formatted(user.name());
  }

  static String row(Dependent each) {
    return "%s: %s, %s, state now %s: %s"
        .formatted(
            each.user().name(),
            each.use().purpose() == KeyUser.Purpose.PRIMARY ? "data" : "geo backups",
            each.use().key(),
            each.user().state(),
            word(each.fate()));
  }
}
