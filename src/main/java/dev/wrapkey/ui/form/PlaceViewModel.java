package dev.wrapkey.ui.form;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.rules.ResourceGroupName;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.wizard.Input;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Subscription, resource group and region of something new; the group may be new too. */
public final class PlaceViewModel {

  /** Whether subscription and region can be chosen. */
  public enum Freedom {
    /** Any that the account sees. */
    ANYWHERE,
    /** Those given, and no others. */
    GIVEN
  }

  /**
   * Where something new comes.
   *
   * @param subscription the subscription's GUID
   * @param group the group's name
   * @param isNew true if the group is to be made first
   * @param region the short name of the region
   */
  public record Chosen(String subscription, String group, boolean isNew, String region) {

    /** Makes the group if need be. Blocks. */
    public void prepare(Directory directory) {
      if (isNew) {
        directory.createResourceGroup(subscription, group, region);
      }
    }
  }

  private final Cloud cloud;
  private final Freedom freedom;
  private final Listing<Subscription> subscriptions;
  private final Listing<ResourceGroup> groups;
  private final Listing<Region> regions;
  private final ObjectProperty<@Nullable Subscription> subscription = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ResourceGroup> group = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Region> region = new SimpleObjectProperty<>();
  private final BooleanProperty groupIsNew = new SimpleBooleanProperty();
  private final BooleanProperty asked = new SimpleBooleanProperty();
  private final Input newGroup =
      new Input("", text -> ResourceGroupName.check(text).map(Finding::message));

  /**
   * @param first the subscription to begin with
   * @param firstRegion the short name of the region to begin with
   */
  public PlaceViewModel(
      Cloud cloud, Tasks tasks, Subscription first, String firstRegion, Freedom freedom) {
    this.cloud = cloud;
    this.freedom = freedom;
    subscriptions = new Listing<>(tasks);
    groups = new Listing<>(tasks);
    regions = new Listing<>(tasks);
    region.set(new Region(firstRegion, RegionNames.display(firstRegion), Optional.empty()));
    regions.items().subscribe(this::findRegion);
    groups.items().subscribe(this::preferTheOnlyOne);
    if (freedom == Freedom.ANYWHERE) {
      subscriptions.loadAll(() -> cloud.directory().subscriptions());
    }
    subscription.subscribe(this::follow);
    subscription.set(first);
  }

  private void follow(@Nullable Subscription now) {
    group.set(null);
    if (now == null) {
      groups.clear();
      regions.clear();
      return;
    }
    groups.loadAll(() -> cloud.directory().resourceGroups(now.id()));
    if (freedom == Freedom.ANYWHERE) {
      regions.loadAll(() -> cloud.directory().regions(now.id()));
    }
  }

  private void findRegion() {
    Region now = region.get();
    regions.items().stream()
        .filter(each -> now != null && each.name().equals(now.name()))
        .findFirst()
        .ifPresent(region::set);
  }

  private void preferTheOnlyOne() {
    if (group.get() == null && groups.items().size() == 1) {
      group.set(groups.items().getFirst());
    }
  }

  /** Where it shall be; empty while something is missing. */
  public Optional<Chosen> chosen() {
    Subscription in = subscription.get();
    Region where = region.get();
    String name = groupName();
    boolean legal = !groupIsNew.get() || newGroup.validProperty().get();
    return in == null || where == null || name.isEmpty() || !legal
        ? Optional.empty()
        : Optional.of(new Chosen(in.id(), name, groupIsNew.get(), where.name()));
  }

  private String groupName() {
    ResourceGroup there = group.get();
    return groupIsNew.get() ? newGroup.text() : there == null ? "" : there.name();
  }

  /** Shows what is missing, from now on. */
  public void ask() {
    asked.set(true);
    newGroup.ask();
  }

  /** The short name of the chosen region; empty for none. */
  public String regionName() {
    Region where = region.get();
    return where == null ? "" : where.name();
  }

  Freedom freedom() {
    return freedom;
  }

  Listing<Subscription> subscriptions() {
    return subscriptions;
  }

  Listing<ResourceGroup> groups() {
    return groups;
  }

  Listing<Region> regions() {
    return regions;
  }

  /** The chosen subscription. */
  public ObjectProperty<@Nullable Subscription> subscriptionProperty() {
    return subscription;
  }

  /** The chosen group, unless it is new. */
  public ObjectProperty<@Nullable ResourceGroup> groupProperty() {
    return group;
  }

  /** The chosen region. */
  public ObjectProperty<@Nullable Region> regionProperty() {
    return region;
  }

  /** True while the group is to be made first. */
  public BooleanProperty groupIsNewProperty() {
    return groupIsNew;
  }

  /** The name of a new group. */
  public Input newGroup() {
    return newGroup;
  }

  BooleanProperty askedProperty() {
    return asked;
  }
}
