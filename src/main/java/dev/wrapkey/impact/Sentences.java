package dev.wrapkey.impact;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.rules.Loss;
import java.util.List;

/** Acts and their victims, in words. */
public final class Sentences {

  private Sentences() {}

  /** What is said where nobody is hit, as far as it could be seen. */
  static String unseen() {
    return Phrases.say("impact.unseen");
  }

  static String act(Loss loss) {
    return switch (loss) {
      case Loss.OfKey key ->
          Phrases.say("impact.act.key", Phrases.say("impact.key." + key.act()), keyName(key));
      case Loss.OfStore store ->
          Phrases.say(
              store.purge() ? "impact.store.purge" : "impact.store.delete",
              kind(store.kind()),
              store.target());
      case Loss.OfNetwork closed ->
          Phrases.say("impact.network", reach(closed.after()), closed.store().name());
      case Loss.OfPermit gone ->
          Phrases.say("impact.permit", permit(gone.permit()), gone.identity().name());
      case Loss.OfIdentity gone -> Phrases.say("impact.identity", gone.target());
    };
  }

  private static String keyName(Loss.OfKey key) {
    String name = key.key().key();
    return key.key()
        .version()
        .map(version -> Phrases.say("impact.key.version", name, version.substring(0, 8)))
        .orElse(name);
  }

  private static String kind(KeyStore.Kind kind) {
    return Phrases.say(
        kind == KeyStore.Kind.MANAGED_HSM ? "impact.store.hsm" : "impact.store.vault");
  }

  /** Who reaches a store, for people. */
  public static String reach(KeyStore.Network network) {
    return Phrases.say("impact.reach." + network);
  }

  /** A permit by what it is and where it was given. */
  public static String permit(Permit permit) {
    String scope =
        permit.source() == Permit.Source.LOCAL_ROLE ? permit.scope() : last(permit.scope());
    return Phrases.say("impact.permit." + permit.source(), permit.role(), scope);
  }

  // A subscription has no name of its own in its identifier.
  private static String last(String scope) {
    String[] parts = scope.split("/", -1);
    String name = parts[parts.length - 1];
    if (parts.length == 3) {
      return Phrases.say("impact.scope.subscription", name);
    }
    return parts.length == 5 ? Phrases.say("impact.scope.group", name) : name;
  }

  static String fate(Fate fate, List<String> servers) {
    return Phrases.say("impact.fate." + fate, servers.size(), String.join(", ", servers));
  }

  static String heirs(List<String> servers) {
    return Phrases.say("impact.heirs", servers.size(), String.join(", ", servers));
  }

  static String heir(String name, String source) {
    return Phrases.say("impact.heir", name, source);
  }

  static String harmless(Loss loss, int subscriptions) {
    return switch (loss) {
      case Loss.OfNetwork closed when closed.admitsServers() ->
          Phrases.say("impact.harmless.network");
      case Loss.OfPermit gone when !gone.left().isEmpty() ->
          Phrases.say("impact.harmless.permit", gone.identity().name());
      default -> Phrases.say("impact.harmless", subscriptions);
    };
  }

  static String word(Fate fate) {
    return Phrases.say("impact.word." + fate);
  }

  // The copies in the paired region are under the second key, and only they are.
  static String backups(Dependent each) {
    KeyUser user = each.user();
    return each.use().purpose() == KeyUser.Purpose.PRIMARY
        ? Phrases.say("impact.backups", user.name(), user.backups().days())
        : Phrases.say("impact.backups.geo", user.name());
  }

  static String row(Dependent each) {
    boolean data = each.use().purpose() == KeyUser.Purpose.PRIMARY;
    return Phrases.say(
        "impact.row",
        each.user().name(),
        Phrases.say(data ? "impact.row.data" : "impact.row.geo"),
        each.use().key(),
        each.user().state(),
        word(each.fate()));
  }
}
