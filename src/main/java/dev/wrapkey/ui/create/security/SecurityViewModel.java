package dev.wrapkey.ui.create.security;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Step;
import java.util.Optional;
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
  private final BooleanProperty customerManaged = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper located = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
  private final BooleanExpression complete;
  private Optional<Plan> opened = Optional.empty();
  private Running finding = new Running();

  public SecurityViewModel(Cloud cloud, Tasks tasks, Time time, Draft draft) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.draft = draft;
    choice = new ChoiceViewModel(cloud, tasks, time);
    complete = customerManaged.not().or(choice.completeProperty().and(located));
  }

  @Override
  public String id() {
    return "security";
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  /** A change of subscription or region on Basics drops a key that can no longer serve. */
  @Override
  public void enter() {
    Plan.Basics basics = draft.plan().basics();
    boolean known = !basics.subscription().id().isEmpty() && !basics.region().isEmpty();
    located.set(known);
    Scope scope = known ? new Scope(basics.subscription(), basics.region()) : null;
    if (!java.util.Objects.equals(scope, choice.scopeProperty().get())) {
      choice.forget();
      choice.scopeProperty().set(scope);
      leave();
      opened.filter(plan -> scope != null && isIn(plan.basics(), scope)).ifPresent(this::find);
    }
  }

  /** Shows what an opened plan says; an identity that is not there any more is told. */
  public void fill(Plan plan) {
    opened = Optional.of(plan);
    missing.set("");
    choice.forget();
    choice.scopeProperty().set(null);
    customerManaged.set(plan.encryption().isCustomerManaged());
    enter();
  }

  private static boolean isIn(Plan.Basics basics, Scope scope) {
    return basics.subscription().id().equalsIgnoreCase(scope.subscription().id())
        && basics.region().equals(scope.region());
  }

  private void find(Plan plan) {
    finding.cancel();
    DataEncryption wanted = plan.encryption();
    if (wanted.key().isEmpty() || wanted.identity().isEmpty()) {
      return;
    }
    finding =
        tasks.run(
            () -> cloud.identities().get(wanted.identity().get()),
            identity -> {
              choice.restore(identity, wanted.key().get());
              missing.set(wanted.geo().isPresent() ? Texts.text("security.missing.geo") : "");
            },
            failure ->
                missing.set(
                    Texts.text(
                        "security.missing.identity",
                        wanted.identity().get().name(),
                        failure.details())));
  }

  /** What of an opened plan could not be taken over, empty for nothing. */
  StringExpression missingProperty() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public void leave() {
    ManagedIdentity identity = choice.identityProperty().get();
    draft.set(
        draft
            .plan()
            .withEncryption(
                customerManaged.get() && identity != null && choice.keyProperty().get().isPresent()
                    ? DataEncryption.customerManaged(
                        choice.keyProperty().get().get(), identity.id())
                    : DataEncryption.serviceManaged()));
  }

  @Override
  public void showProblems() {
    enter();
    choice.showProblems();
  }

  BooleanProperty customerManagedProperty() {
    return customerManaged;
  }

  /** False until Basics names subscription and region. */
  ReadOnlyBooleanProperty locatedProperty() {
    return located.getReadOnlyProperty();
  }

  public ChoiceViewModel choice() {
    return choice;
  }
}
