package dev.wrapkey.app;

import dev.wrapkey.provisioning.Change;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.record.Consent;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
  private static final String ENDPOINT = "Networks.createEndpoint";

  private final List<Subscription> subscriptions;
  private final Function<KeyIdentifier, Optional<Subscription>> whereabouts;
  private final Predicate<Question> person;
  private final Set<String> granted = ConcurrentHashMap.newKeySet();

  /**
   * @param subscriptions those that have names
   * @param whereabouts finds the subscription of a key; may ask the cloud
   * @param person asks, from any thread, and waits for the answer
   */
  Assent(
      List<Subscription> subscriptions,
      Function<KeyIdentifier, Optional<Subscription>> whereabouts,
      Predicate<Question> person) {
    this.subscriptions = List.copyOf(subscriptions);
    this.whereabouts = whereabouts;
    this.person = person;
  }

  /**
   * Asks for a whole deployment at once: this server and the private endpoints of the plan are not
   * asked for again. Anything else is.
   */
  boolean isGiven(Plan plan) {
    String server = plan.serverId().toString();
    boolean wanted = person.test(question(SERVER, Change.Weight.COSTS, server));
    if (wanted) {
      granted.add(key(SERVER, server));
      plan.networking()
          .endpoints()
          .forEach(endpoint -> granted.add(key(ENDPOINT, endpoint.id().toString())));
    }
    return wanted;
  }

  @Override
  public boolean isGiven(Act act) {
    return granted.contains(key(act.act(), act.target()))
        || person.test(question(act.act(), act.weight(), act.target()));
  }

  private static String key(String act, String target) {
    return act + " " + target.toLowerCase(Locale.ROOT);
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
        .or(() -> KeyIdentifier.parse(target).flatMap(whereabouts))
        .map(each -> Texts.text("signin.consent.subscription", each.name(), each.id()))
        .orElseGet(() -> target.startsWith("/") ? id : names());
  }

  // Of a key whose store is not seen.
  private String names() {
    return String.join(", ", subscriptions.stream().map(Subscription::name).toList());
  }

  private static String part(String target, int place) {
    String[] parts = target.split("/");
    return target.startsWith("/") && parts.length > place ? parts[place] : target;
  }
}
