package dev.wrapkey.ui.choice;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.KeyIdentifierCheck;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.identity.IdentityViewModel;
import dev.wrapkey.ui.key.Exits;
import dev.wrapkey.ui.key.KeyViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Input;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which identity uses which key, and the proof that it can. */
public final class ChoiceViewModel {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Time time;
  private final KeyProof prover;
  private final ObjectProperty<@Nullable Scope> scope = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ManagedIdentity> identity = new SimpleObjectProperty<>();
  private final BooleanProperty automatic = new SimpleBooleanProperty();
  private final BooleanProperty typed = new SimpleBooleanProperty();
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable KeyIdentifier> selected = new SimpleObjectProperty<>();
  private final Input identifier;
  private final ObjectBinding<Optional<KeyIdentifier>> key;
  private final ReadOnlyObjectWrapper<Proof> proof =
      new ReadOnlyObjectWrapper<>(new Proof.Nothing());
  private final BooleanExpression complete;
  private final ObjectProperty<Start> start = new SimpleObjectProperty<>(Start.NOTHING);
  private final BooleanExpression identityChanged;
  private final BooleanExpression keyChanged;
  private Running proving = new Running();
  private volatile Supplier<Profile> profile = () -> Profile.CURRENT;
  private Optional<BiConsumer<KeyStore, KeyIdentifier>> pages = Optional.empty();

  /** For a server that is to be made. */
  public ChoiceViewModel(Cloud cloud, Tasks tasks, Time time) {
    this(cloud, tasks, time, Optional.empty());
  }

  /**
   * @param server the server that has a key already, if there is one
   */
  public ChoiceViewModel(Cloud cloud, Tasks tasks, Time time, Optional<ResourceId> server) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.time = time;
    Preflight preflight = new Preflight(cloud, time, tasks.background(), () -> profile.get());
    prover = new KeyProof(preflight, server);
    identifier =
        new Input(
            "",
            text ->
                KeyIdentifierCheck.check(KeyIdentifierCheck.pasted(text), automatic.get())
                    .map(Finding::message),
            automatic);
    key =
        Bindings.createObjectBinding(
            this::currentKey, automatic, typed, selected, identifier.valueProperty());
    complete =
        Bindings.createBooleanBinding(
            () -> identity.get() != null && key.get().isPresent() && !isObstructed(),
            identity,
            key,
            proof);
    identityChanged =
        Bindings.createBooleanBinding(() -> start.get().isOther(identity.get()), identity, start);
    keyChanged =
        Bindings.createBooleanBinding(
            () -> start.get() != Start.NOTHING && !start.get().key().equals(key.get()), key, start);
    automatic.subscribe(this::showVersion);
    identity.subscribe(this::prove);
    key.subscribe(this::prove);
    scope.subscribe(this::prove);
  }

  /** Takes over what a server has now. */
  public void restore(ManagedIdentity now, KeyIdentifier used) {
    automatic.set(used.version().isEmpty());
    typed.set(false);
    identifier.set("");
    identity.set(now);
    selected.set(used);
  }

  /**
   * Shows what a server has, its key as an identifier to type over, and marks from now on what
   * differs from it.
   *
   * @param now the identity in use; null if there is none any more, or it cannot be read
   */
  public void startFrom(@Nullable ManagedIdentity now, Optional<KeyIdentifier> used) {
    automatic.set(used.filter(k -> k.version().isEmpty()).isPresent());
    identifier.startWith(used.map(KeyIdentifier::toString).orElse(""));
    typed.set(true);
    identity.set(now);
    selected.set(used.orElse(null));
    compareWith(now, used);
  }

  /** The box says what will be sent: without a version, or with the one there was. */
  private void showVersion(boolean follows) {
    Optional<KeyIdentifier> shown = KeyIdentifier.parse(identifier.text());
    if (follows && start.get() != Start.NOTHING) {
      shown.ifPresent(k -> identifier.set(k.versionless().toString()));
    } else if (shown.equals(start.get().key().map(KeyIdentifier::versionless))) {
      start.get().key().ifPresent(k -> identifier.set(k.toString()));
    }
  }

  /** Marks what differs from this, which the server has now. */
  public void compareWith(@Nullable ManagedIdentity now, Optional<KeyIdentifier> used) {
    start.set(new Start(Optional.ofNullable(now), used));
  }

  /** Drops what was chosen. */
  public void forget() {
    identity.set(null);
    selected.set(null);
    identifier.set("");
  }

  public ObjectProperty<@Nullable Scope> scopeProperty() {
    return scope;
  }

  public ObjectProperty<@Nullable ManagedIdentity> identityProperty() {
    return identity;
  }

  public BooleanProperty automaticProperty() {
    return automatic;
  }

  /** The key as it will be sent: versionless when versions are followed automatically. */
  public ObjectBinding<Optional<KeyIdentifier>> keyProperty() {
    return key;
  }

  /** True when identity and key are chosen and nothing that was found out forbids them. */
  public BooleanExpression completeProperty() {
    return complete;
  }

  public ReadOnlyObjectProperty<Proof> proofProperty() {
    return proof.getReadOnlyProperty();
  }

  /** Whether another identity is chosen than the server has. */
  BooleanExpression identityChangedProperty() {
    return identityChanged;
  }

  /** Whether another key, or another version, is chosen than the server has. */
  BooleanExpression keyChangedProperty() {
    return keyChanged;
  }

  /** Whether what a server has is shown as it is. */
  boolean isUntouched() {
    return start.get() != Start.NOTHING && !identityChanged.get() && !keyChanged.get();
  }

  public void showProblems() {
    asked.set(true);
    identifier.ask();
  }

  /** Asks the cloud again, for instance after a role was granted. */
  public void prove() {
    proving.cancel();
    Scope where = scope.get();
    ManagedIdentity who = identity.get();
    Optional<KeyIdentifier> what = key.get();
    if (where == null || who == null || what.isEmpty()) {
      proof.set(new Proof.Nothing());
      return;
    }
    proof.set(new Proof.Checking());
    Running mine = new Running();
    proving = mine;
    tasks.run(
        mine,
        () -> prover.prove(where, who, what.get(), mine.cancellation()),
        result -> proof.set(new Proof.Checked(result.findings(), result.obstructs())),
        failure -> proof.set(new Proof.Unknown(failure)));
  }

  BooleanProperty typedProperty() {
    return typed;
  }

  BooleanExpression askedProperty() {
    return asked;
  }

  ObjectProperty<@Nullable KeyIdentifier> selectedProperty() {
    return selected;
  }

  /** The box for a key identifier. */
  public Input identifier() {
    return identifier;
  }

  /** The pane for the identity; empty until subscription and region are known. */
  Optional<IdentityViewModel> identityPane() {
    return Optional.ofNullable(scope.get())
        .map(s -> new IdentityViewModel(cloud, tasks, s, key.get(), identity::set));
  }

  /** The pane for the key; empty until subscription and region are known. */
  Optional<KeyViewModel> keyPane() {
    return Optional.ofNullable(scope.get())
        .map(s -> new KeyViewModel(cloud, tasks, time, s, automatic.get(), new PaneExits()));
  }

  /** By whose rules the choice is judged; asked on the thread that judges. */
  public void judgeBy(Supplier<Profile> whose) {
    profile = whose;
  }

  /** Where the key pane leads to the page of a key; nowhere until somebody knows the way. */
  public void openKeysWith(BiConsumer<KeyStore, KeyIdentifier> way) {
    pages = Optional.of(way);
  }

  private final class PaneExits implements Exits {

    @Override
    public void picked(KeyIdentifier chosen) {
      selected.set(chosen);
      if (start.get() != Start.NOTHING) {
        identifier.set(chosen.toString()); // both ways show the same key
      }
    }

    @Override
    public void type(String beginning) {
      typed.set(true);
      identifier.set(beginning);
    }

    @Override
    public Optional<BiConsumer<KeyStore, KeyIdentifier>> pages() {
      return pages;
    }
  }

  private Optional<KeyIdentifier> currentKey() {
    Optional<KeyIdentifier> chosen =
        typed.get()
            ? KeyIdentifier.parse(KeyIdentifierCheck.pasted(identifier.text()))
                .filter(k -> identifier.validProperty().get())
            : Optional.ofNullable(selected.get());
    return automatic.get()
        ? chosen.map(KeyIdentifier::versionless)
        : chosen.filter(Start::isPinned);
  }

  private boolean isObstructed() {
    return proof.get() instanceof Proof.Checked checked && checked.obstructs();
  }
}
