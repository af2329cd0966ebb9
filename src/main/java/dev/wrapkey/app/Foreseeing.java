package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Foretelling;
import dev.wrapkey.cli.ImpactJson;
import dev.wrapkey.cli.Signature;
import dev.wrapkey.impact.Acts;
import dev.wrapkey.impact.Answer;
import dev.wrapkey.impact.Surroundings;
import dev.wrapkey.impact.Survey;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.Loss;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells at the command line what would break. */
final class Foreseeing implements Foretelling {

  private final Console console;

  Foreseeing(Console console) {
    this.console = console;
  }

  @Override
  public int foretell(Order order) {
    return new Trip(console, order.where(), 0).run(UNCERTAIN, place -> foretell(order, place));
  }

  private int foretell(Order order, Trip.Place place) {
    Path ledgers = place.deployments();
    Surroundings around =
        Survey.of(
            place.cloud(),
            server -> Ledger.originOf(ledgers, server.id(), server.setup().created()),
            new Cancellation());
    List<Loss> losses = losses(order, new Acts(place.cloud(), around));
    if (losses.isEmpty()) {
      console.complain("There is no such thing in the subscriptions that are visible.");
      return BAD_INPUT;
    }
    return tell(
        losses.stream().map(loss -> Answer.of(loss, around, place.time().now())).toList(),
        order.json() ? Optional.of(place.signature()) : Optional.empty());
  }

  private static List<Loss> losses(Order order, Acts acts) {
    return switch (order.kind()) {
      case STORE ->
          acts.around().stores().stream()
              .filter(store -> store.name().equalsIgnoreCase(order.thing()))
              .limit(1)
              .flatMap(
                  store ->
                      network(order.act())
                          .<Loss>map(after -> new Loss.OfNetwork(store, after))
                          .or(
                              () ->
                                  acts.of(store).stream()
                                      .filter(loss -> isDeletion(loss, order.act()))
                                      .findFirst())
                          .stream())
              .toList();
      case IDENTITY ->
          acts.around().identities().stream()
              .filter(
                  one ->
                      one.name().equalsIgnoreCase(order.thing())
                          || one.id().toString().equalsIgnoreCase(order.thing()))
              .limit(1)
              .flatMap(one -> acts.of(one, new Cancellation()).stream())
              .filter(loss -> order.act().equals("delete") == loss instanceof Loss.OfIdentity)
              .toList();
      case KEY ->
          KeyIdentifier.parse(order.thing()).stream()
              .map(key -> key(key, order.act(), acts))
              .toList();
    };
  }

  private static Optional<Network> network(String act) {
    return switch (act) {
      case "open" -> Optional.of(Network.ALL);
      case "selected-and-trusted" -> Optional.of(Network.SELECTED_AND_TRUSTED);
      case "selected" -> Optional.of(Network.SELECTED);
      case "private-and-trusted" -> Optional.of(Network.PRIVATE_AND_TRUSTED);
      case "private" -> Optional.of(Network.PRIVATE);
      default -> Optional.empty();
    };
  }

  private static boolean isDeletion(Loss loss, String act) {
    return loss instanceof Loss.OfStore store && store.purge() == act.equals("purge");
  }

  private static Loss key(KeyIdentifier key, String act, Acts acts) {
    boolean whole = act.equals("delete") || act.equals("purge");
    return acts.of(KeyAct.valueOf(act.toUpperCase(Locale.ROOT)), whole ? key.versionless() : key);
  }

  private int tell(List<Answer> answers, Optional<Signature> json) {
    json.ifPresentOrElse(
        whose -> console.say(ImpactJson.text(answers, whose)),
        () -> answers.forEach(answer -> console.say(answer.text())));
    if (answers.stream().anyMatch(answer -> answer.impact().breaksSomething())) {
      return BREAKS;
    }
    return answers.stream().anyMatch(Answer::isPartial) ? UNCERTAIN : HARMLESS;
  }
}
