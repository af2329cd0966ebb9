package dev.wrapkey.impact;

import dev.wrapkey.language.Phrases;
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
    all.add(Phrases.say("impact.beside.restored"));
    beside.purge().ifPresent(all::add);
    beside.identity().ifPresent(all::add);
    if (answer.isPartial()) {
      all.add(Phrases.say("impact.beside.unread", String.join("; ", answer.around().unread())));
    }
    return List.copyOf(all);
  }

  private Optional<String> cutOff() {
    return impact.cutOff().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Phrases.say(
                "impact.beside.cutoff",
                impact.cutOff().stream().map(KeyUser::name).collect(Collectors.joining(", "))));
  }

  private Optional<String> backups() {
    String backups =
        impact.dependents().stream()
            .filter(each -> each.user().backups().days() > 0)
            .map(Sentences::backups)
            .collect(Collectors.joining("; "));
    String fate = impact.loss().isFinal() ? "impact.beside.backups.final" : "impact.beside.backups";
    return Optional.of(backups)
        .filter(names -> !names.isEmpty())
        .map(names -> Phrases.say(fate, names));
  }

  private Optional<String> purge() {
    return purged()
        .filter(KeyStore.Protection::purge)
        .map(KeyStore.Protection::retentionDays)
        .map(days -> Phrases.say("impact.beside.purge", days));
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
          Optional.of(Phrases.say("impact.beside.identity"));
      case Loss.OfPermit gone
          when !gone.permit().principal().equalsIgnoreCase(gone.identity().principalId()) ->
          Optional.of(Phrases.say("impact.beside.group"));
      default -> Optional.empty();
    };
  }
}
