package dev.wrapkey.impact;

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

  private static final String WAIT =
      "Wait: Azure looks again by itself, and the servers are Ready within %d minutes.";

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
      step(rule, WAIT.formatted(KeyImpact.GRACE.toMinutes()));
    }
  }

  private void key(Loss.OfKey gone) {
    switch (gone.act()) {
      case DELETE -> {
        step(
            "INA-4",
            "Recover the key while its store keeps it%s; the versions are the same ones."
                .formatted(until(gone)),
            Commands.recover(gone.key()));
        await("INA-4");
      }
      case DISABLE -> again("INA-4", "Enable the version again.", gone, "--enabled", "true");
      case EXPIRE -> {
        again(
            "INA-1", "Move the expiration into the future.", gone, "--expires", "<a later moment>");
        step("INA-1", "Only then rotate the key or point servers at another: the order matters.");
      }
      case POSTPONE ->
          again(
              "INA-9",
              "Set the activation to a moment that has passed.",
              gone,
              "--not-before",
              "<an earlier moment>");
      case RESTRICT ->
          again(
              "CMK-19",
              "Permit wrapKey and unwrapKey again.",
              gone,
              "--ops",
              "wrapKey",
              "unwrapKey");
      case PURGE -> lost();
    }
  }

  private void again(String rule, String words, Loss.OfKey gone, String... attribute) {
    step(rule, words, Commands.attribute(gone.key(), attribute));
    await(rule);
  }

  private String until(Loss.OfKey gone) {
    return answer
        .around()
        .storeAt(gone.key().host())
        .map(store -> Duration.ofDays(store.protection().retentionDays()))
        .map(kept -> ", until " + Moments.text(answer.asked().plus(kept)))
        .orElse("");
  }

  private void lost() {
    step(
        "INA-9",
        "There is no way back. Only a backup file of the key that was made before, restored into"
            + " a store of the same subscription and geography, has the same versions.");
  }

  private void store(Loss.OfStore gone) {
    if (gone.isFinal()) {
      lost();
      return;
    }
    String until =
        answer
            .impact()
            .recoverableUntil(answer.asked())
            .map(moment -> " It can be recovered until " + Moments.text(moment) + ".")
            .orElse("");
    step("INA-3", "Recover " + gone.target() + "." + until, Commands.recover(gone));
    if (gone.kind() == KeyStore.Kind.KEY_VAULT) {
      List<ManagedIdentity> users = users();
      step(
          "INA-3",
          "Role assignments on a vault and its keys go with it and do not come back; access"
              + " policies do. Where the vault has roles, give them again"
              + (users.isEmpty() ? "." : ", here to " + names(users) + "."),
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
        closed.admitsServers()
            ? "Set the network rules as they were."
            : "Let trusted Microsoft services bypass the firewall; all others can stay out.",
        Commands.network(closed.store(), closed.store().network()));
    await("INA-8");
  }

  private void permit(Loss.OfPermit gone) {
    String rule = gone.permit().role().isEmpty() ? "INA-7" : "INA-6";
    step(
        rule,
        "Give %s the %s again. It reaches the store some minutes later."
            .formatted(
                gone.identity().name(),
                gone.permit().role().isEmpty()
                    ? "access policy (get, list, wrapKey, unwrapKey)"
                    : "role " + gone.permit().role()),
        Commands.giveBack(gone));
    await(rule);
    step(rule, "Or have the servers use another identity that has the rights.");
  }

  private void identity(Loss.OfIdentity gone) {
    step(
        "INA-5",
        "An identity made again as %s is another one: the same name is not enough (CMK-23). Make"
                .formatted(gone.target())
            + " or choose another identity in the region of the server.");
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
    steps.add(new Step("INA-5", "Give it the rights on the key of each server.", grants));
    steps.add(new Step("INA-5", "Have each server use its key through it.", points));
    await("INA-5");
  }

  private static ManagedIdentity unknown(ManagedIdentity like) {
    return new ManagedIdentity(like.id(), like.region(), "<object id of the other identity>", "");
  }
}
