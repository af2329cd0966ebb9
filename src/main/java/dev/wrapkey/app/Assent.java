package dev.wrapkey.app;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.record.Consent;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Asks once more before something that costs money or cannot be undone is done in real Azure, and
 * names the subscription.
 */
final class Assent implements Consent {

  /**
   * What a person is asked.
   *
   * @param title what is about to be done
   * @param text where, and what it means
   * @param yes what the button says
   */
  record Question(String title, String text, String yes) {}

  private static final String SERVER = "Servers.create";

  private final List<Subscription> subscriptions;
  private final Predicate<Question> person;
  private final Set<String> granted = ConcurrentHashMap.newKeySet();

  /**
   * @param subscriptions those that have names
   * @param person asks, from any thread, and waits for the answer
   */
  Assent(List<Subscription> subscriptions, Predicate<Question> person) {
    this.subscriptions = List.copyOf(subscriptions);
    this.person = person;
  }

  /**
   * Asks for a whole deployment at once: this server, and the zones and private endpoints in its
   * resource group, are not asked for again. Anything else is.
   */
  boolean isGiven(Plan plan) {
    String server = plan.serverId().toString();
    boolean wanted = person.test(question(SERVER, Change.Weight.COSTS, server));
    if (wanted) {
      granted.add(server.toLowerCase(Locale.ROOT));
      granted.add(group(server));
    }
    return wanted;
  }

  @Override
  public boolean isGiven(Act act) {
    return isGranted(act) || person.test(question(act.act(), act.weight(), act.target()));
  }

  private boolean isGranted(Act act) {
    return switch (act.act()) {
      case SERVER -> granted.contains(act.target().toLowerCase(Locale.ROOT));
      case "Networks.createZone", "Networks.createEndpoint" ->
          granted.contains(group(act.target()));
      default -> false;
    };
  }

  private Question question(String act, Change.Weight weight, String target) {
    String words = Texts.text("record.act." + act);
    String name = target.substring(target.lastIndexOf('/') + 1);
    return new Question(
        Texts.text("signin.consent.title", words, name),
        Texts.text("signin.consent." + weight, subscription(target), target),
        words);
  }

  private String subscription(String target) {
    String id = part(target, 2);
    return subscriptions.stream()
        .filter(each -> each.id().equalsIgnoreCase(id))
        .findFirst()
        .map(each -> Texts.text("signin.consent.subscription", each.name(), each.id()))
        .orElseGet(() -> target.startsWith("/") ? id : names());
  }

  // A key's identifier does not tell the subscription.
  private String names() {
    return String.join(", ", subscriptions.stream().map(Subscription::name).toList());
  }

  /** Subscription and resource group of a resource, without a difference of case. */
  private static String group(String target) {
    return (part(target, 2) + "/" + part(target, 4)).toLowerCase(Locale.ROOT);
  }

  private static String part(String target, int place) {
    String[] parts = target.split("/");
    return target.startsWith("/") && parts.length > place ? parts[place] : target;
  }
}
