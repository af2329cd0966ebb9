package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.ResourceGroupName;
import dev.wrapkey.rules.ServerName;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.Input;
import dev.wrapkey.ui.wizard.NameCheck;
import dev.wrapkey.ui.wizard.RegionOffers;
import dev.wrapkey.ui.wizard.Step;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Project, server and administrator of the server to be made. */
public final class BasicsViewModel implements Step {

  static final List<String> ZONES = List.of("", "1", "2", "3");

  private final Cloud cloud;
  private final Draft draft;
  private final Listing<Subscription> subscriptions;
  private final Listing<GroupChoice> groups;
  private final Listing<Region> regions;
  private final ObjectProperty<@Nullable Subscription> subscription = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable GroupChoice> group = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Region> region = new SimpleObjectProperty<>();
  private final ObjectProperty<String> version;
  private final ObjectProperty<String> zone;
  private final ComputeChoice compute;
  private final Runnable configure;
  private final Input newGroup;
  private final Input name;
  private final AuthenticationViewModel authentication;
  private final NameCheck nameCheck;
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final BooleanExpression complete;
  private final Wishes wishes;
  private final BooleanExpression waiting;

  /**
   * @param watch the person's own time, for pauses in typing
   * @param offers what can be chosen in the region
   * @param configure opens the page "Compute + storage"
   */
  public BasicsViewModel(
      Cloud cloud, Tasks tasks, Draft draft, Time watch, RegionOffers offers, Runnable configure) {
    this.cloud = cloud;
    this.draft = draft;
    Plan.Basics start = draft.plan().basics();
    subscriptions = new Listing<>(tasks);
    groups = new Listing<>(tasks);
    regions = new Listing<>(tasks);
    version = new SimpleObjectProperty<>(start.version());
    zone = new SimpleObjectProperty<>(start.availabilityZone());
    this.configure = configure;
    compute = new ComputeChoice(draft, offers, version, zone);
    nameCheck = new NameCheck(cloud, tasks, watch);
    newGroup = new Input("", text -> message(ResourceGroupName.check(text)));
    name = new Input("", this::nameProblem, nameCheck.refusalProperty());
    authentication = new AuthenticationViewModel(cloud, tasks);
    complete =
        subscription
            .isNotNull()
            .and(group.isNotNull())
            .and(region.isNotNull())
            .and(compute.availability().completeProperty())
            .and(name.validProperty())
            .and(nameCheck.settledProperty())
            .and(authentication.completeProperty());
    follow();
    wishes = new Wishes(this);
    waiting = wishes.waitingProperty().or(nameCheck.runningProperty());
  }

  private void follow() {
    subscription.subscribe(this::onSubscription);
    name.valueProperty().subscribe(this::checkName);
    region.subscribe(this::checkName);
    region.subscribe(where -> compute.look(subscription.get(), where));
  }

  @Override
  public String id() {
    return "basics";
  }

  @Override
  public BooleanExpression completeProperty() {
    return complete;
  }

  @Override
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  @Override
  public void enter() {
    if (subscriptions.stateProperty().get() == Listing.State.IDLE) {
      subscriptions.loadAll(() -> cloud.directory().subscriptions());
    }
  }

  @Override
  public void leave() {
    Plan.Basics before = draft.plan().basics();
    GroupChoice in = wishes.group(before);
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    wishes.subscription(before),
                    in.name(),
                    in.isNew(),
                    name.text(),
                    wishes.region(before),
                    version.get(),
                    zone.get(),
                    authentication.chosen())));
  }

  /** Shows what an opened plan says; what is not there any more is told at its field. */
  public void fill(Plan plan) {
    wishes.fill(plan);
    enter();
  }

  Wishes wishes() {
    return wishes;
  }

  /** True once a person has entered something that would be a pity to lose. */
  public boolean isTouched() {
    return subscription.get() != null || !name.text().isEmpty() || authentication.isTouched();
  }

  /** True once anything was chosen that selections on other tabs may depend on. */
  BooleanExpression changedProperty() {
    return subscription.isNotNull().or(name.valueProperty().isNotEmpty());
  }

  @Override
  public void showProblems() {
    asked.set(true);
    name.ask();
    authentication.showProblems();
  }

  /** Takes the name typed under "Create new" as the resource group. */
  boolean useNewGroup() {
    newGroup.ask();
    if (!newGroup.validProperty().get()) {
      return false;
    }
    group.set(
        groups.items().stream()
            .filter(known -> known.name().equalsIgnoreCase(newGroup.text()))
            .findFirst()
            .orElseGet(() -> new GroupChoice(newGroup.text(), true)));
    return true;
  }

  Listing<Subscription> subscriptions() {
    return subscriptions;
  }

  Listing<GroupChoice> groups() {
    return groups;
  }

  Listing<Region> regions() {
    return regions;
  }

  ObjectProperty<@Nullable Subscription> subscriptionProperty() {
    return subscription;
  }

  ObjectProperty<@Nullable GroupChoice> groupProperty() {
    return group;
  }

  ObjectProperty<@Nullable Region> regionProperty() {
    return region;
  }

  ObjectProperty<String> versionProperty() {
    return version;
  }

  ObjectProperty<String> zoneProperty() {
    return zone;
  }

  ComputeChoice compute() {
    return compute;
  }

  /** Opens the page "Compute + storage", which reads what is entered here. */
  void configure() {
    leave();
    configure.run();
  }

  BooleanExpression askedProperty() {
    return asked;
  }

  Input newGroup() {
    return newGroup;
  }

  Input name() {
    return name;
  }

  AuthenticationViewModel authentication() {
    return authentication;
  }

  NameCheck nameCheck() {
    return nameCheck;
  }

  private Optional<String> nameProblem(String text) {
    return message(ServerName.check(text)).or(() -> nameCheck.refusalOf(text));
  }

  private void checkName() {
    nameCheck.follow(subscription.get(), region.get(), name.text());
  }

  private void onSubscription(@Nullable Subscription chosen) {
    group.set(null);
    region.set(null);
    if (chosen == null) {
      groups.clear();
      regions.clear();
      return;
    }
    groups.loadAll(
        () ->
            cloud.directory().resourceGroups(chosen.id()).stream()
                .map(known -> new GroupChoice(known.name(), false))
                .toList());
    regions.loadAll(() -> cloud.directory().regions(chosen.id()));
  }

  private static Optional<String> message(Optional<Finding> finding) {
    return finding.map(Finding::message);
  }
}
