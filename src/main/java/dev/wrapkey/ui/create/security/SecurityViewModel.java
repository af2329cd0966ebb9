package dev.wrapkey.ui.create.security;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Service-managed or customer-managed key. */
public final class SecurityViewModel implements Step {

  private final Cloud cloud;
  private final Tasks tasks;
  private final Draft draft;
  private final ChoiceViewModel choice;
  private final GeoViewModel geo;
  private final BooleanProperty customerManaged = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper located = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper serviceRefusal = new ReadOnlyStringWrapper("");
  private final BooleanExpression complete;
  private final BooleanProperty awaited = new SimpleBooleanProperty();
  private final BooleanExpression waiting;
  private Optional<Plan> opened = Optional.empty();
  private Running finding = new Running();

  public SecurityViewModel(Cloud cloud, Tasks tasks, Time time, Draft draft) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.draft = draft;
    choice = new ChoiceViewModel(cloud, tasks, time);
    geo = new GeoViewModel(cloud, tasks, time, choice);
    complete =
        Bindings.createBooleanBinding(
            () -> customerManaged.get() ? isChosen() : serviceRefusal.get().isEmpty(),
            customerManaged,
            serviceRefusal,
            located,
            choice.completeProperty(),
            geo.completeProperty());
    waiting = awaited.and(customerManaged).and(located);
  }

  private boolean isChosen() {
    return located.get() && choice.completeProperty().get() && geo.completeProperty().get();
  }

  /**
   * Says what is special about this server's encryption.
   *
   * @param newNote stands above the choice, empty for nothing
   * @param refusal why a service-managed key cannot be chosen, empty if it can
   */
  public void explain(String newNote, String refusal) {
    note.set(newNote);
    serviceRefusal.set(refusal);
  }

  StringExpression noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Why a service-managed key cannot be chosen, empty if it can. */
  StringExpression serviceRefusalProperty() {
    return serviceRefusal.getReadOnlyProperty();
  }

  @Override
  public String id() {
    return "security";
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  @Override
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  /** A change of subscription or region on Basics drops a key that can no longer serve. */
  @Override
  public void enter() {
    Plan.Basics basics = draft.plan().basics();
    boolean known = !basics.subscription().id().isEmpty() && !basics.region().isEmpty();
    located.set(known);
    geo.enter(draft.plan());
    Scope scope = known ? new Scope(basics.subscription(), basics.region()) : null;
    if (!Objects.equals(scope, choice.scopeProperty().get())) {
      finding.cancel();
      awaited.set(scope == null && awaited.get());
      choice.forget();
      choice.scopeProperty().set(scope);
      opened.filter(plan -> scope != null && isIn(plan.basics(), scope)).ifPresent(this::find);
      leave();
    }
  }

  /** Shows what an opened plan says; an identity that is not there any more is told. */
  public void fill(Plan plan) {
    opened = Optional.of(plan);
    missing.set("");
    choice.forget();
    choice.scopeProperty().set(null);
    geo.choice().forget();
    finding.cancel();
    awaited.set(isWhole(plan.encryption()));
    customerManaged.set(plan.encryption().isCustomerManaged());
    enter();
  }

  private static boolean isIn(Plan.Basics basics, Scope scope) {
    return basics.subscription().id().equalsIgnoreCase(scope.subscription().id())
        && basics.region().equals(scope.region());
  }

  private static boolean isWhole(DataEncryption encryption) {
    return encryption.key().isPresent() && encryption.identity().isPresent();
  }

  private void find(Plan plan) {
    DataEncryption wanted = plan.encryption();
    if (!isWhole(wanted)) {
      return;
    }
    awaited.set(true);
    finding = new Running();
    Runnable rest =
        () ->
            wanted
                .geo()
                .ifPresentOrElse(
                    second -> take(second.identity(), second.key(), geo.choice(), this::found),
                    this::found);
    take(wanted.identity().orElseThrow(), wanted.key().orElseThrow(), choice, rest);
  }

  private void found() {
    awaited.set(false);
  }

  private void take(ResourceId identity, KeyIdentifier key, ChoiceViewModel into, Runnable then) {
    tasks.run(
        finding,
        () -> cloud.identities().get(identity),
        found -> {
          into.restore(found, key);
          then.run();
        },
        failure -> {
          missing.set(Texts.text("security.missing.identity", identity.name(), failure.details()));
          then.run();
        });
  }

  /** What of an opened plan could not be taken over, empty for nothing. */
  StringExpression missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** What an opened plan says stays in the draft until it is known whether that is there. */
  @Override
  public void leave() {
    boolean unknown = customerManaged.get() && awaited.get();
    draft.set(
        draft.plan().withEncryption(unknown ? opened.orElseThrow().encryption() : encryption()));
  }

  private DataEncryption encryption() {
    ManagedIdentity identity = choice.identityProperty().get();
    return customerManaged.get() && identity != null && choice.keyProperty().get().isPresent()
        ? DataEncryption.customerManaged(choice.keyProperty().get().get(), identity.id())
            .withGeo(geo.chosen())
        : DataEncryption.serviceManaged();
  }

  @Override
  public void showProblems() {
    enter();
    choice.showProblems();
    geo.choice().showProblems();
  }

  /** By whose rules keys are judged; those of today unless told otherwise. */
  public void judgeBy(Supplier<Profile> profile) {
    choice.judgeBy(profile);
    geo.choice().judgeBy(profile);
  }

  /** How the key panes lead to the page of a key. */
  public void openKeysWith(BiConsumer<KeyStore, KeyIdentifier> way) {
    choice.openKeysWith(way);
    geo.choice().openKeysWith(way);
  }

  BooleanProperty customerManagedProperty() {
    return customerManaged;
  }

  /** False until Basics names subscription and region. */
  ReadOnlyBooleanProperty locatedProperty() {
    return located.getReadOnlyProperty();
  }

  /** Short name of the server's region, empty until Basics names it. */
  String primaryRegion() {
    return draft.plan().basics().region();
  }

  /** Asks the cloud again whether the keys can be used: something about them has changed. */
  public void prove() {
    choice.prove();
    geo.choice().prove();
  }

  GeoViewModel geo() {
    return geo;
  }

  public ChoiceViewModel choice() {
    return choice;
  }
}
