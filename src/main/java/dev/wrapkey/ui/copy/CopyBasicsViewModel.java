package dev.wrapkey.ui.copy;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RegionNames;
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
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Source, restore point, name and place of a copy. */
public final class CopyBasicsViewModel implements Step {

  /**
   * What asks the cloud.
   *
   * @param cloud the cloud
   * @param tasks background work
   * @param watch the person's own time, for pauses in typing
   */
  public record Means(Cloud cloud, Tasks tasks, Time watch) {}

  static final List<String> ZONES = List.of("", "1", "2", "3");

  private final Means means;
  private final Source source;
  private final Draft draft;
  private final RegionOffers offers;
  private final Consumer<Plan> moved;
  private final GroupViewModel group;
  private final RestorePointViewModel point;
  private final CopySizeViewModel size;
  private final NameCheck nameCheck;
  private final Input name;
  private final Listing<Region> regions;
  private final ObjectProperty<@Nullable Region> region = new SimpleObjectProperty<>();
  private final ObjectProperty<String> zone = new SimpleObjectProperty<>("");
  private final BooleanProperty geo = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final BooleanExpression complete;
  private final BooleanExpression waiting;

  /**
   * @param draft holds a plan with an origin
   * @param moved told of the new plan when the copy goes to another region, where another key and
   *     another network serve
   */
  public CopyBasicsViewModel(
      Means means, Source source, Draft draft, RegionOffers offers, Consumer<Plan> moved) {
    this.means = means;
    this.source = source;
    this.draft = draft;
    this.offers = offers;
    this.moved = moved;
    group = new GroupViewModel(means.cloud(), means.tasks(), source.subscription().id());
    point = new RestorePointViewModel(means.cloud(), means.tasks(), source);
    size = new CopySizeViewModel(source, draft, offers);
    nameCheck = new NameCheck(means.cloud(), means.tasks(), means.watch());
    name = new Input("", this::nameProblem, nameCheck.refusalProperty());
    regions = new Listing<>(means.tasks());
    complete =
        group
            .completeProperty()
            .and(point.completeProperty())
            .and(name.validProperty())
            .and(nameCheck.settledProperty())
            .and(obstacle.isEmpty());
    waiting = nameCheck.runningProperty().or(group.waitingProperty());
    show(draft.plan());
    name.valueProperty().subscribe(this::checkName);
    region.subscribe((was, is) -> onRegion(is));
    geo.subscribe((was, is) -> move(is ? Origin.Mode.GEO : Origin.Mode.POINT_IN_TIME));
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
    group.load();
    look();
    offers.look(source.subscription().id(), draft.plan().basics().region());
    if (isReplica() && regions.stateProperty().get() == Listing.State.IDLE) {
      regions.loadAll(() -> means.cloud().directory().regions(source.subscription().id()));
    }
  }

  /** Looks again whether the source can be copied: it may have been started meanwhile. */
  public void look() {
    means
        .tasks()
        .run(
            () -> means.cloud().servers().get(source.server().id()),
            now -> obstacle.set(source.with(now).obstacle(mode())),
            _ -> {}); // the checks of the last tab say it
  }

  @Override
  public void leave() {
    Plan.Basics basics = group.in(draft.plan().basics()).named(name.text()).inZone(zone.get());
    Origin newest = Origin.latest(source.server(), mode());
    draft.set(draft.plan().withBasics(basics).copiedFrom(isReplica() ? newest : point.in(newest)));
  }

  @Override
  public void showProblems() {
    name.ask();
    group.newName().ask();
  }

  /** Shows what an opened plan says, which is a copy of the same server. */
  public void fill(Plan plan) {
    Origin origin = plan.origin().orElseThrow();
    geo.set(origin.mode() == Origin.Mode.GEO);
    if (!origin.isReplica()) {
      point.fill(origin);
    }
    draft.set(plan);
    show(plan);
    enter();
  }

  private void show(Plan plan) {
    Plan.Basics basics = plan.basics();
    geo.set(mode() == Origin.Mode.GEO);
    region.set(new Region(basics.region(), RegionNames.display(basics.region()), Optional.empty()));
    zone.set(basics.availabilityZone());
    group.want(basics.group(), basics.createGroup());
    obstacle.set(source.obstacle(mode()));
    name.set(basics.name());
  }

  private Origin.Mode mode() {
    return draft.plan().origin().orElseThrow().mode();
  }

  private void onRegion(@Nullable Region now) {
    if (now != null && isReplica() && !now.name().equals(draft.plan().basics().region())) {
      relocate(source.plan(Origin.Mode.REPLICA, now.name()));
    }
  }

  private void move(Origin.Mode wanted) {
    if (!isReplica() && wanted != mode()) {
      relocate(source.plan(wanted));
    }
  }

  /** What depends on the region begins anew; what a person has entered here stays. */
  private void relocate(Plan fresh) {
    Plan.Basics basics = group.in(fresh.basics()).named(name.text());
    Plan.Networking kept = draft.plan().networking();
    boolean isPublic = kept.method() == Plan.Networking.Method.PUBLIC;
    draft.set(
        fresh
            .withBasics(basics)
            .withNetworking(isPublic ? kept : fresh.networking())
            .withTags(draft.plan().tags()));
    region.set(new Region(basics.region(), RegionNames.display(basics.region()), Optional.empty()));
    zone.set("");
    obstacle.set(source.obstacle(mode()));
    offers.look(source.subscription().id(), basics.region());
    checkName();
    moved.accept(draft.plan());
  }

  private Optional<String> nameProblem(String text) {
    return ServerName.check(text).map(Finding::message).or(() -> nameCheck.refusalOf(text));
  }

  private void checkName() {
    nameCheck.follow(source.subscription(), region.get(), name.text());
  }

  /** True once a person has entered something that would be a pity to lose. */
  public boolean isTouched() {
    return !name.text().isEmpty();
  }

  boolean isReplica() {
    return mode() == Origin.Mode.REPLICA;
  }

  Source source() {
    return source;
  }

  GroupViewModel group() {
    return group;
  }

  RestorePointViewModel point() {
    return point;
  }

  CopySizeViewModel size() {
    return size;
  }

  Input name() {
    return name;
  }

  NameCheck nameCheck() {
    return nameCheck;
  }

  /** Regions that a replica can be in; empty for a restored server, which has no choice. */
  Listing<Region> regions() {
    return regions;
  }

  ObjectProperty<@Nullable Region> regionProperty() {
    return region;
  }

  ObjectProperty<String> zoneProperty() {
    return zone;
  }

  /** Whether to restore to the paired region. */
  BooleanProperty geoProperty() {
    return geo;
  }

  /** Why there can be no such copy, empty if nothing is known. */
  ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }
}
