package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.rules.NewName;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks whether a vault's name is free while a person types; only the last answer counts. */
final class VaultNameCheck {

  /**
   * A refused name and why.
   *
   * @param name the name that was asked for; empty if none is refused
   * @param reason the service's words
   */
  record Refusal(String name, String reason) {
    static final Refusal NONE = new Refusal("", "");
  }

  // Long enough that a name is asked for once and not letter by letter.
  private static final Duration TYPING = Duration.ofMillis(300);

  private final NewVaults vaults;
  private final Tasks tasks;
  private final Time watch;
  private final ReadOnlyObjectWrapper<Refusal> refusal = new ReadOnlyObjectWrapper<>(Refusal.NONE);
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private Running running = new Running();

  /**
   * @param watch the person's time: a question waits until the typing has paused
   */
  VaultNameCheck(NewVaults vaults, Tasks tasks, Time watch) {
    this.vaults = vaults;
    this.tasks = tasks;
    this.watch = watch;
  }

  ReadOnlyObjectProperty<Refusal> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  Optional<String> refusalOf(String name) {
    return Optional.of(refusal.get())
        .filter(r -> !name.isEmpty() && r.name().equals(name))
        .map(Refusal::reason);
  }

  /** What the service said when the vault was ordered. */
  void refuse(String name, String reason) {
    refusal.set(new Refusal(name, reason));
  }

  /** Asks about a legal name; anything else is not asked about. */
  void follow(String subscription, String name) {
    running.cancel();
    end(Refusal.NONE);
    if (NewName.vault(name).isPresent()) {
      return;
    }
    asking.set(true);
    running =
        tasks.run(
            new Running(),
            () -> {
              watch.pause(TYPING);
              return vaults.refusalOfName(subscription, name);
            },
            answer -> end(answer.map(why -> new Refusal(name, why)).orElse(Refusal.NONE)),
            failed -> end(Refusal.NONE)); // the creation asks again and tells of the failure then
  }

  private void end(Refusal answer) {
    asking.set(false);
    refusal.set(answer);
  }
}
