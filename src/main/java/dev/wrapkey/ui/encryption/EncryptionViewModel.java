package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an existing server: change them, save or discard. The mode never changes (portal
 * specification CMK-30).
 */
public final class EncryptionViewModel {

  private final EncryptionReader reader;
  private final Tasks tasks;
  private final ResourceId id;
  private final KeyChanges changes;
  private final Blocks blocks;
  private final Troubles troubles;
  private final SaveProgress progress;
  private final SaveChecks checks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Present> present = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Optional<KeyIdentifier>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Overtaking>> overtaken =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanExpression dirty;
  private final BooleanExpression savable;
  private Running current = new Running();

  /**
   * @param changes carries changes out, whatever page is open
   * @param checks makes the panel that checks a subject before a save
   */
  public EncryptionViewModel(
      Cloud cloud,
      Tasks tasks,
      Time time,
      ResourceId id,
      KeyChanges changes,
      Function<Supplier<Optional<Subject>>, PreflightViewModel> checks) {
    this.tasks = tasks;
    this.id = id;
    this.changes = changes;
    reader = new EncryptionReader(cloud, id);
    blocks = new Blocks(cloud, tasks, time, id);
    troubles = new Troubles(new Preflight(cloud, time, tasks.background()), tasks, blocks);
    progress = new SaveProgress(tasks);
    this.checks = new SaveChecks(checks.apply(this::subject), blocks);
    BooleanExpression editable =
        state.isEqualTo(State.CUSTOMER_MANAGED).or(state.isEqualTo(State.SAVING));
    dirty = blocks.dirtyProperty().and(editable);
    savable =
        dirty
            .and(state.isEqualTo(State.CUSTOMER_MANAGED))
            .and(blocks.readyProperty())
            .and(this.checks.runningProperty().not())
            .and(troubles.forbidsProperty().not())
            .and(Bindings.createBooleanBinding(() -> overtaken.get().isEmpty(), overtaken));
  }

  /** Reads what the server has; keeps what a person has changed and not saved. */
  public void enter() {
    if (state.get() != State.SAVING && !dirty.get()) {
      reload();
    }
  }

  /** Whether leaving the page would lose something. A save goes on without the page. */
  public boolean isUnsaved() {
    return dirty.get() && state.get() != State.SAVING;
  }

  /** Reads anew what the server has; what a person has changed stays. */
  void reload() {
    if (state.get() != State.SAVING) {
      failure.set(null);
      look(this::arrived);
    }
  }

  private void look(Consumer<Present> taker) {
    current.cancel();
    reading.set(true);
    current = tasks.run(() -> reader.read(), now -> read(now, taker), this::failed);
  }

  private void read(Present now, Consumer<Present> taker) {
    reading.set(false);
    taker.accept(now);
  }

  private void arrived(Present now) {
    Present before = present.get();
    if (before == null || !dirty.get()) {
      show(now);
    } else if (edit(before).isOvertakenBy(now.server().encryption())) {
      overtaken.set(
          Optional.of(new Overtaking(now, edit(before).against(now.server().encryption()))));
    } else {
      rebase(now);
    }
  }

  private void show(Present now) {
    take(now, blocks::show);
  }

  private void rebase(Present now) {
    take(now, blocks::rebase);
  }

  private void take(Present now, Consumer<Present> into) {
    present.set(now);
    overtaken.set(Optional.empty());
    into.accept(now);
    state.set(State.of(now));
    troubles.examine(now);
  }

  /** Checks; if nothing speaks against it, sends and waits until the server has it. */
  void save() {
    if (savable.get()) {
      checks.before(this::send);
    }
  }

  /** Identities and keys, always together. */
  private void send() {
    Present base = present.get();
    if (!savable.get() || base == null) {
      return;
    }
    failure.set(null);
    saved.set(Optional.empty());
    state.set(State.SAVING);
    changes.run(id, edit(base), progress.listener(), progress.begin(), this::ended);
  }

  private Optional<Subject> subject() {
    return blocks.subject(Optional.ofNullable(present.get()));
  }

  private EncryptionEdit edit(Present base) {
    return new EncryptionEdit(base.server().encryption(), blocks.wanted(base));
  }

  /** Stops waiting for a save; the service finishes what it has accepted. */
  void stopWaiting() {
    progress.stop();
  }

  /** Shows again what the server has. */
  public void discard() {
    Present now = overtaken.get().map(Overtaking::now).orElse(present.get());
    if (now != null && state.get() != State.SAVING) {
      failure.set(null);
      show(now);
    }
  }

  /** Lets somebody else's change stand and drops one's own. */
  void takeTheirs() {
    discard();
  }

  /** Keeps one's own changes, to be saved over somebody else's; what one left alone is theirs. */
  void keepMine() {
    overtaken.get().map(Overtaking::now).ifPresent(this::rebase);
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Succeeded(Server now) ->
          current = tasks.run(() -> reader.read(now), this::changed, this::failed);
      case Outcome.Cancelled _ -> look(this::show);
      case Outcome.Failed(_, CloudFailure why) -> refused(why);
    }
  }

  private void changed(Present now) {
    show(now);
    saved.set(now.server().encryption().key());
  }

  /** BLD-13: the identities are the server's since, so it is read again; the edit stays. */
  private void refused(CloudFailure why) {
    state.set(State.CUSTOMER_MANAGED);
    failure.set(why.code().equals(KeyChange.OVERTAKEN) ? null : why);
    look(this::arrived);
  }

  private void failed(CloudFailure why) {
    reading.set(false);
    failure.set(why);
    if (present.get() == null || state.get() == State.SAVING) {
      state.set(State.FAILED);
    }
  }

  /**
   * Where the key panes lead to the page of a key, and by whose rules keys are judged; nowhere, and
   * by those of today, unless told otherwise.
   */
  public void settle(BiConsumer<KeyStore, KeyIdentifier> way, Supplier<Profile> profile) {
    blocks.openKeysWith(way);
    blocks.judgeBy(profile);
  }

  /** Goes to the guided rotation of the server's keys. */
  void rotate() {
    changes.rotate(id);
  }

  SaveChecks checks() {
    return checks;
  }

  Blocks blocks() {
    return blocks;
  }

  Troubles troubles() {
    return troubles;
  }

  SaveProgress progress() {
    return progress;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** True while the server is being read. */
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Present> presentProperty() {
    return present.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The key that was saved last in this blade, until something changes. */
  ReadOnlyObjectProperty<Optional<KeyIdentifier>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** Somebody else's change, until a person has decided what becomes of it. */
  ReadOnlyObjectProperty<Optional<Overtaking>> overtakenProperty() {
    return overtaken.getReadOnlyProperty();
  }

  /** True while the screen shows something other than the server has. */
  BooleanExpression dirtyProperty() {
    return dirty;
  }

  BooleanExpression savableProperty() {
    return savable;
  }
}
