package dev.wrapkey.ui.create.security;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.choice.ChoiceViewModel;
import dev.wrapkey.ui.key.Scope;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Step;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Service-managed or customer-managed key. */
public final class SecurityViewModel implements Step {

  private final Draft draft;
  private final ChoiceViewModel choice;
  private final BooleanProperty customerManaged = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper located = new ReadOnlyBooleanWrapper();
  private final BooleanExpression complete;

  public SecurityViewModel(Cloud cloud, Tasks tasks, Time time, Draft draft) {
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
    }
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
