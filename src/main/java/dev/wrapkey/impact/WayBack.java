package dev.wrapkey.impact;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.rules.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documented ways back from an act, step by step. Sources: "Data encryption at rest", 2 June
 * 2026 (INA-1 to INA-8); "Azure Key Vault soft-delete overview", 2025, for the role assignments
 * that a recovered vault has lost.
 */
final class WayBack {

  /**
   * One step.
   *
   * @param rule the rule that says so
   * @param words what to do
   * @param commands the same as commands of the Azure CLI
   */
  record Step(String rule, String words, List<AzCommand> commands) {}

  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  private WayBack(Answer answer) {
    this.answer = answer;
  }

  static List<Step> of(Answer answer) {
    WayBack back = new WayBack(answer);
    back.take(answer.impact().loss());
    return List.copyOf(back.steps);
  }

  private void take(Loss loss) {
    switch (loss) {
      case Loss.OfKey key -> key(key);
      case Loss.OfStore store -> store(store);
      case Loss.OfNetwork closed -> network(closed);
      case Loss.OfPermit gone -> permit(gone);
      case Loss.OfIdentity gone -> identity(gone);
    }
  }

  private void step(String rule, String words, AzCommand... commands) {
    steps.add(new Step(rule, words, List.of(commands)));
  }

  private void await(String rule) {
    if (!answer.impact().isHarmless()) {
      step(rule, Phrases.say("impact.back.wait", KeyImpact.GRACE.toMinutes()));
    }
  }

  private void key(Loss.OfKey gone) {
    switch (gone.act()) {
      case DELETE -> {
        step("INA-4", kept(gone), Commands.recover(gone.key()));
        await("INA-4");
      }
      case DISABLE -> again("INA-4", Phrases.say("impact.back.enable"), gone, "--enabled", "true");
      case EXPIRE -> {
        again("INA-1", Phrases.say("impact.back.extend"), gone, "--expires", "<a later moment>");
        step("INA-1", Phrases.say("impact.back.order"));
      }
      case POSTPONE ->
          again(
              "INA-9",
              Phrases.say("impact.back.activate"),
              gone,
              "--not-before",
              "<an earlier moment>");
      case RESTRICT ->
          again("CMK-19", Phrases.say("impact.back.permit"), gone, "--ops", "wrapKey", "unwrapKey");
      case PURGE -> lost();
    }
  }

  private void again(String rule, String words, Loss.OfKey gone, String... attribute) {
    step(rule, words, Commands.attribute(gone.key(), attribute));
    await(rule);
  }

  private String kept(Loss.OfKey gone) {
    return answer
        .around()
        .storeAt(gone.key().host())
        .map(store -> Duration.ofDays(store.protection().retentionDays()))
        .map(kept -> Phrases.say("impact.back.key.until", Moments.text(answer.asked().plus(kept))))
        .orElseGet(() -> Phrases.say("impact.back.key"));
  }

  private void lost() {
    step("INA-9", Phrases.say("impact.back.none"));
  }

  private void store(Loss.OfStore gone) {
    if (gone.isFinal()) {
      lost();
      return;
    }
    String words =
        answer
            .impact()
            .recoverableUntil(answer.asked())
            .map(end -> Phrases.say("impact.back.store.until", gone.target(), Moments.text(end)))
            .orElseGet(() -> Phrases.say("impact.back.store", gone.target()));
    step("INA-3", words, Commands.recover(gone));
    if (gone.kind() == KeyStore.Kind.KEY_VAULT) {
      List<ManagedIdentity> users = users();
      step(
          "INA-3",
          users.isEmpty()
              ? Phrases.say("impact.back.roles")
              : Phrases.say("impact.back.roles.to", names(users)),
          users.stream()
              .map(user -> Commands.grantAgain(gone.id(), user.principalId()))
              .toArray(AzCommand[]::new));
    }
    await("INA-3");
  }

  private List<ManagedIdentity> users() {
    Stream<ResourceId> direct =
        answer.impact().dependents().stream().flatMap(each -> each.use().identity().stream());
    Stream<ResourceId> inherited =
        answer.impact().heirs().stream().flatMap(heir -> heir.identity().stream());
    return Stream.concat(direct, inherited).distinct().flatMap(id -> find(id).stream()).toList();
  }

  private Optional<ManagedIdentity> find(ResourceId id) {
    return answer.around().identities().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static String names(List<ManagedIdentity> users) {
    return String.join(", ", users.stream().map(ManagedIdentity::name).toList());
  }

  private void network(Loss.OfNetwork closed) {
    step(
        "INA-8",
        Phrases.say(closed.admitsServers() ? "impact.back.network" : "impact.back.trusted"),
        Commands.network(closed.store(), closed.store().network()));
    await("INA-8");
  }

  private void permit(Loss.OfPermit gone) {
    String rule = gone.permit().role().isEmpty() ? "INA-7" : "INA-6";
    step(
        rule,
        gone.permit().role().isEmpty()
            ? Phrases.say("impact.back.policy", gone.identity().name())
            : Phrases.say("impact.back.role", gone.identity().name(), gone.permit().role()),
        Commands.giveBack(gone));
    await(rule);
    step(rule, Phrases.say("impact.back.other"));
  }

  private void identity(Loss.OfIdentity gone) {
    step("INA-5", Phrases.say("impact.back.identity", gone.target()));
    List<AzCommand> grants = new ArrayList<>();
    List<AzCommand> points = new ArrayList<>();
    for (KeyImpact.Dependent each : answer.impact().dependents()) {
      answer
          .around()
          .storeAt(each.use().key().host())
          .map(store -> Commands.grant(store, unknown(gone.identity())))
          .filter(command -> !grants.contains(command))
          .ifPresent(grants::add);
      if (each.use().purpose() == KeyUser.Purpose.PRIMARY) {
        points.add(Commands.point(each.user().id(), each.use().key()));
      }
    }
    steps.add(new Step("INA-5", Phrases.say("impact.back.grant"), grants));
    steps.add(new Step("INA-5", Phrases.say("impact.back.point"), points));
    await("INA-5");
  }

  private static ManagedIdentity unknown(ManagedIdentity like) {
    return new ManagedIdentity(like.id(), like.region(), "<object id of the other identity>", "");
  }
}
