package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.diagnosis.Diagnosis;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is the matter with the keys of a server that cannot use them, and what that forbids. */
final class Troubles {

  private final Preflight preflight;
  private final Tasks tasks;
  private final Blocks blocks;
  private final ObservableList<Trouble> causes = FXCollections.observableArrayList();
  private final ObservableList<Trouble> readOnly = FXCollections.unmodifiableObservableList(causes);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final BooleanExpression forbids;
  private boolean inaccessible;
  private Running current = new Running();

  Troubles(Preflight preflight, Tasks tasks, Blocks blocks) {
    this.preflight = preflight;
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
    Running mine = new Running();
    current = mine;
    tasks.run(
        mine,
        () -> found(now, mine.cancellation()),
        found -> {
          causes.setAll(found);
          looking.set(false);
        },
        why -> {
          causes.clear();
          looking.set(false);
        });
  }

  private List<Trouble> found(Present now, Cancellation cancellation) {
    Report report = preflight.run(now.subject(), rule -> true, check -> {}, cancellation);
    List<Trouble> all = new ArrayList<>(of(report, Purpose.PRIMARY, now.primary()));
    now.geo().ifPresent(side -> all.addAll(of(report, Purpose.GEO, side)));
    return all;
  }

  private static List<Trouble> of(Report report, Purpose purpose, Present.Side side) {
    return Diagnosis.ofLostKey(report, purpose).stream()
        .map(cause -> new Trouble(purpose, cause, side))
        .toList();
  }

  /**
   * INA-1: while the server is cut off because a key has expired, its expiry has to be moved first;
   * only a newer version of the same key may take its place (INA-2).
   */
  Optional<Trouble> obstacle() {
    return inaccessible
        ? causes.stream().filter(cause -> !mayBeLeft(cause)).findFirst()
        : Optional.empty();
  }

  private boolean mayBeLeft(Trouble cause) {
    return switch (cause.suspect()) {
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
  ObservableList<Trouble> causes() {
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
