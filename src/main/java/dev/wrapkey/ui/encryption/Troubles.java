package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is the matter with the keys of a server that cannot use them, and what that forbids. */
final class Troubles {

  private final Diagnosis diagnosis;
  private final Tasks tasks;
  private final Blocks blocks;
  private final ObservableList<Cause> causes = FXCollections.observableArrayList();
  private final ObservableList<Cause> readOnly = FXCollections.unmodifiableObservableList(causes);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final BooleanExpression forbids;
  private boolean inaccessible;
  private Running current = new Running();

  Troubles(Diagnosis diagnosis, Tasks tasks, Blocks blocks) {
    this.diagnosis = diagnosis;
    this.tasks = tasks;
    this.blocks = blocks;
    forbids =
        Bindings.createBooleanBinding(
            () -> looking.get() || obstacle().isPresent(),
            looking,
            causes,
            blocks.primary().choice().keyProperty(),
            blocks.geo().choice().keyProperty());
  }

  /** Looks for causes if there is trouble. */
  void examine(Present now) {
    current.cancel();
    inaccessible = now.isInaccessible();
    if (!now.isTroubled() || now.federated().isPresent()) {
      looking.set(false);
      causes.clear();
      return;
    }
    looking.set(true);
    current =
        tasks.run(
            () -> diagnosis.of(now),
            found -> {
              causes.setAll(found);
              looking.set(false);
            },
            why -> {
              causes.clear();
              looking.set(false);
            });
  }

  /**
   * INA-1: while the server is cut off because a key has expired, its expiry has to be moved first;
   * only a newer version of the same key may take its place (INA-2).
   */
  Optional<Cause> obstacle() {
    return inaccessible
        ? causes.stream().filter(cause -> !mayBeLeft(cause)).findFirst()
        : Optional.empty();
  }

  private boolean mayBeLeft(Cause cause) {
    return switch (cause.kind()) {
      case KEY_EXPIRED -> false;
      case VERSION_EXPIRED -> {
        boolean first = cause.purpose() == Purpose.PRIMARY;
        Optional<KeyIdentifier> wanted = first ? blocks.primary().key() : blocks.geo().key();
        yield wanted
            .map(KeyIdentifier::versionless)
            .equals(cause.key().map(KeyIdentifier::versionless));
      }
      default -> true;
    };
  }

  /** What was found, none without trouble. */
  ObservableList<Cause> causes() {
    return readOnly;
  }

  /** True while causes are being looked for. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** True while nothing may be saved because of them. */
  BooleanExpression forbidsProperty() {
    return forbids;
  }
}
