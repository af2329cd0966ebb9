package dev.wrapkey.ui.watch;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.AlertRule.Kind;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Whom Azure tells when something happens to a server, and how to have it tell somebody. */
public final class AlertsViewModel {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private final Cloud cloud;
  private final Tasks tasks;
  private final ResourceId id;
  private final boolean practice;
  private final Listing<AlertRule> rules;
  private final Listing<ActionGroup> groups;
  private final ObjectProperty<@Nullable ActionGroup> group = new SimpleObjectProperty<>();
  private final StringProperty email = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<AlertPlan> plan =
      new ReadOnlyObjectWrapper<>(AlertPlan.NOTHING);
  private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();

  /**
   * @param practice whether it is the practice cloud, which sends no e-mail
   */
  public AlertsViewModel(Cloud cloud, Tasks tasks, ResourceId id, boolean practice) {
    this.cloud = cloud;
    this.tasks = tasks;
    this.id = id;
    this.practice = practice;
    rules = new Listing<>(tasks);
    groups = new Listing<>(tasks);
    Stream.of(rules.stateProperty(), groups.stateProperty(), group, email)
        .forEach(each -> each.subscribe(this::think));
  }

  /** Reads what there is anew. */
  public void refresh() {
    failure.set(null);
    read();
  }

  private void read() {
    rules.loadAll(
        () ->
            cloud.watch().alertRules(id.subscription()).stream()
                .filter(rule -> Stream.of(Kind.values()).anyMatch(kind -> rule.watches(id, kind)))
                .toList());
    groups.loadAll(() -> cloud.watch().actionGroups(id.subscription()));
  }

  private void think() {
    plan.set(isRead() ? planned() : AlertPlan.NOTHING);
  }

  private boolean isRead() {
    return rules.stateProperty().get() == Listing.State.READY
        && groups.stateProperty().get() == Listing.State.READY;
  }

  private AlertPlan planned() {
    Optional<ActionGroup> fresh =
        group.get() == null
            ? Optional.of(email.get().strip())
                .filter(text -> EMAIL.matcher(text).matches())
                .map(this::freshGroup)
            : Optional.empty();
    return fresh
        .or(() -> Optional.ofNullable(group.get()))
        .map(
            told -> new AlertPlan(fresh, missing().stream().map(kind -> rule(kind, told)).toList()))
        .filter(made -> !made.rules().isEmpty())
        .orElse(AlertPlan.NOTHING);
  }

  /** What nobody is told of yet. */
  List<Kind> missing() {
    return isRead()
        ? Stream.of(Kind.values())
            .filter(
                kind ->
                    rules.items().stream()
                        .noneMatch(rule -> rule.watches(id, kind) && !rule.groups().isEmpty()))
            .toList()
        : List.of();
  }

  private ActionGroup freshGroup(String address) {
    String name = id.name().replaceAll("[^A-Za-z0-9]", "");
    String brief = name.substring(0, Math.min(name.length(), ActionGroup.LONGEST_SHORT_NAME));
    ResourceId place = place(ActionGroup.TYPE, free("ag-" + id.name()));
    return new ActionGroup(place, brief, List.of(address), 0, true);
  }

  // One of this name may tell somebody else.
  private String free(String wanted) {
    String name = wanted;
    for (int number = 2; isTaken(name); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  private boolean isTaken(String name) {
    ResourceId place = place(ActionGroup.TYPE, name);
    return groups.items().stream().anyMatch(one -> one.id().equals(place));
  }

  private ResourceId place(String type, String name) {
    return new ResourceId(id.subscription(), id.resourceGroup(), type, name);
  }

  private AlertRule rule(Kind kind, ActionGroup told) {
    return new AlertRule(
        place(AlertRule.TYPE, id.name() + "-" + kind.name().toLowerCase(Locale.ROOT)),
        List.of(id.toString()),
        kind.conditions(),
        List.of(told.id()),
        true,
        Texts.text("watch.rule." + kind, id.name()));
  }

  /** Makes what the plan says, in this order. */
  void make() {
    AlertPlan wanted = plan.get();
    if (making.get() || wanted.rules().isEmpty()) {
      return;
    }
    making.set(true);
    failure.set(null);
    tasks.run(
        () -> {
          wanted.group().ifPresent(one -> cloud.watch().createGroup(one));
          wanted.rules().forEach(one -> cloud.watch().createRule(one));
          return wanted;
        },
        _ -> ended(),
        why -> {
          ended();
          failure.set(why);
        });
  }

  private void ended() {
    making.set(false);
    email.set("");
    read();
  }

  boolean isPractice() {
    return practice;
  }

  ResourceId id() {
    return id;
  }

  /** Those that would tell of this server. */
  Listing<AlertRule> rules() {
    return rules;
  }

  Listing<ActionGroup> groups() {
    return groups;
  }

  /** Who is told; null for a new action group. */
  ObjectProperty<@Nullable ActionGroup> groupProperty() {
    return group;
  }

  /** Who is told by a new action group. */
  StringProperty emailProperty() {
    return email;
  }

  /** What would be made; nothing while something is missing. */
  ReadOnlyObjectProperty<AlertPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty makingProperty() {
    return making.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
