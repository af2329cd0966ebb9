package dev.wrapkey.impact;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What hangs on an act besides the servers that it hits, and what nobody can see. */
final class Beside {

  private final Impact impact;
  private final Surroundings around;

  private Beside(Answer answer) {
    this.impact = answer.impact();
    this.around = answer.around();
  }

  static List<String> of(Answer answer) {
    Beside beside = new Beside(answer);
    List<String> all = new ArrayList<>();
    beside.cutOff().ifPresent(all::add);
    beside.backups().ifPresent(all::add);
    all.add(
        "Azure does not tell which servers were restored from which (CMK-32). Those that Wrapkey"
            + " restored on this computer are counted; others may need the key too.");
    beside.purge().ifPresent(all::add);
    beside.identity().ifPresent(all::add);
    if (answer.isPartial()) {
      all.add("These could not be read: " + String.join("; ", answer.around().unread()) + ".");
    }
    return List.copyOf(all);
  }

  private Optional<String> cutOff() {
    return impact.cutOff().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "These read replicas keep a key of their own and stay up, but get no more changes: "
                + impact.cutOff().stream().map(KeyUser::name).collect(Collectors.joining(", "))
                + ".");
  }

  private Optional<String> backups() {
    String backups =
        impact.dependents().stream()
            .filter(each -> each.user().backups().days() > 0)
            .map(Sentences::backups)
            .collect(Collectors.joining("; "));
    String fate = impact.loss().isFinal() ? "are gone with them" : "cannot be restored meanwhile";
    return Optional.of(backups)
        .filter(names -> !names.isEmpty())
        .map(names -> "Backups hang on the same keys and %s: %s.".formatted(fate, names));
  }

  private Optional<String> purge() {
    return purged()
        .filter(KeyStore.Protection::purge)
        .map(KeyStore.Protection::retentionDays)
        .map(
            days ->
                "Purge protection is on: Azure refuses to purge it, and destroys it by itself when"
                    + " it has been deleted for "
                    + days
                    + " days.");
  }

  private Optional<KeyStore.Protection> purged() {
    return switch (impact.loss()) {
      case Loss.OfStore gone when gone.purge() -> Optional.of(gone.protection());
      case Loss.OfKey gone when gone.act() == KeyAct.PURGE ->
          around.storeAt(gone.key().host()).map(KeyStore::protection);
      default -> Optional.empty();
    };
  }

  private Optional<String> identity() {
    return switch (impact.loss()) {
      case Loss.OfIdentity _ when !impact.isHarmless() ->
          Optional.of(
              "To unassign it from a server that uses it is another act: Azure refuses it"
                  + " (CMK-44).");
      case Loss.OfPermit gone
          when !gone.permit().principal().equalsIgnoreCase(gone.identity().principalId()) ->
          Optional.of(
              "The role was given to a group: its other members lose it too, and are not counted.");
      default -> Optional.empty();
    };
  }
}
