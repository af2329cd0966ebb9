package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.ResourceGroupName;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Input;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The resource group of a copy: one of the source's subscription, first of all the source's. */
final class GroupViewModel {

  private final Cloud cloud;
  private final String subscription;
  private final Listing<ResourceGroup> groups;
  private final ObjectProperty<@Nullable ResourceGroup> group = new SimpleObjectProperty<>();
  private final BooleanProperty isNew = new SimpleBooleanProperty();
  private final Input newName =
      new Input("", text -> ResourceGroupName.check(text).map(Finding::message));
  private final BooleanExpression complete;
  private final BooleanExpression waiting;
  private String wanted = "";

  GroupViewModel(Cloud cloud, Tasks tasks, String subscription) {
    this.cloud = cloud;
    this.subscription = subscription;
    groups = new Listing<>(tasks);
    complete =
        Bindings.createBooleanBinding(
            () -> isNew.get() ? newName.validProperty().get() : group.get() != null,
            isNew,
            newName.validProperty(),
            group);
    waiting =
        isNew
            .not()
            .and(group.isNull())
            .and(groups.stateProperty().isEqualTo(Listing.State.LOADING));
    groups.stateProperty().subscribe(_ -> choose());
  }

  /** Lists the groups, unless they are known. */
  void load() {
    if (groups.stateProperty().get() == Listing.State.IDLE) {
      groups.loadAll(() -> cloud.directory().resourceGroups(subscription));
    }
  }

  /** Chooses a group as soon as it is there. */
  void want(String name, boolean asNew) {
    isNew.set(asNew);
    if (asNew) {
      newName.set(name);
    } else {
      wanted = name;
      choose();
    }
  }

  private void choose() {
    groups.items().stream()
        .filter(each -> each.name().equalsIgnoreCase(wanted))
        .findFirst()
        .ifPresent(group::set);
  }

  /** The same place with what was chosen. */
  Plan.Basics in(Plan.Basics basics) {
    ResourceGroup there = group.get();
    return isNew.get()
        ? basics.inGroup(newName.text(), true)
        : basics.inGroup(there == null ? "" : there.name(), false);
  }

  BooleanExpression completeProperty() {
    return complete;
  }

  /** True while the list is on its way in which the group may be. */
  BooleanExpression waitingProperty() {
    return waiting;
  }

  Listing<ResourceGroup> groups() {
    return groups;
  }

  ObjectProperty<@Nullable ResourceGroup> groupProperty() {
    return group;
  }

  /** True while a new group is named. */
  BooleanProperty isNewProperty() {
    return isNew;
  }

  Input newName() {
    return newName;
  }
}
