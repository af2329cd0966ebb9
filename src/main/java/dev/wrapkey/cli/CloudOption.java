package dev.wrapkey.cli;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.PracticeIds;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cloud a command works in, and who signs in to it. */
final class CloudOption {

  /** The word for the practice cloud. */
  static final String PRACTICE = "practice";

  /** All that {@code --cloud} takes. */
  static final String WORDS = "practice, public, usgovernment, china or custom";

  private final Supplier<Optional<Path>> state;
  private final Secrets secrets;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      defaultValue = PRACTICE,
      description = WORDS + " (default ${DEFAULT-VALUE}). All but practice are real Azure.")
  private String cloud = PRACTICE;

  @ArgGroup(exclusive = false, validate = false, heading = "In Azure:%n", order = 100)
  private SignInOptions account = new SignInOptions();

  @ArgGroup(
      exclusive = false,
      validate = false,
      heading = "In a custom cloud (what is left out is as in the public one):%n",
      order = 200)
  private PlaceOptions addresses = new PlaceOptions();

  /**
   * @param state reads the folder that {@code --state} names
   * @param secrets where the sign-in finds its secret
   */
  CloudOption(Supplier<Optional<Path>> state, Secrets secrets) {
    this.state = state;
    this.secrets = secrets;
  }

  /**
   * What was chosen.
   *
   * @throws ParameterException with a sentence, if it does not go together
   */
  Where where() {
    try {
      return cloud.equals(PRACTICE) ? practice() : azure(place());
    } catch (Refusal refused) {
      throw new ParameterException(spec.commandLine(), refused.sentence());
    }
  }

  private Where practice() {
    refuse(account.used(), "public, usgovernment, china or custom");
    refuse(addresses.used(), AzurePlace.CUSTOM);
    return new Where.Practice(state.get());
  }

  private AzurePlace place() {
    if (cloud.equals(AzurePlace.CUSTOM)) {
      if (!addresses.used().iterator().hasNext()) {
        throw new Refusal(
            "--cloud custom needs at least one address of its own, such as --proxy or"
                + " --resource-manager. For Azure as everybody knows it say --cloud public.");
      }
      return addresses.place();
    }
    AzurePlace known =
        AzurePlace.KNOWN.stream()
            .filter(each -> each.id().equals(cloud))
            .findFirst()
            .orElseThrow(() -> new Refusal("--cloud is %s; '%s' is none.".formatted(WORDS, cloud)));
    refuse(addresses.used(), AzurePlace.CUSTOM);
    return known;
  }

  private void refuse(Iterable<String> used, String where) {
    Iterator<String> first = used.iterator();
    if (first.hasNext()) {
      throw new Refusal(
          "%s says nothing to --cloud %s: add --cloud %s, or leave it out."
              .formatted(first.next(), cloud, where));
    }
  }

  private Where azure(AzurePlace place) {
    return new Where.Azure(
        state.get(),
        new SignIn.Wish(place, account.way(secrets), account.tenant()),
        account.subscriptions());
  }

  /** Refuses a plan whose subscription cannot be in this cloud. */
  void demand(Where where, Path file, Plan plan) {
    String subscription = plan.basics().subscription().id();
    String words =
        switch (where) {
          case Where.Practice _ when !PracticeIds.isPractice(subscription) ->
              "the practice cloud has no subscription '%s'; for one of Azure say --cloud public.";
          case Where.Azure azure
              when PracticeIds.isPractice(subscription) && !azure.wish().place().isCustom() ->
              "'%s' is a subscription of the practice cloud; in Azure choose one of yours.";
          default -> "";
        };
    if (!words.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), file + ": basics.subscription.id: " + words.formatted(subscription));
    }
  }
}
