package dev.wrapkey.ui.create.basics;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.wizard.Wish;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;

/** What an opened plan wants on this tab. */
final class Wishes {

  private static final Subscription NOWHERE = new Subscription("", "");
  private static final GroupChoice NO_GROUP = new GroupChoice("", false);

  private final BasicsViewModel basics;
  private final Wish<Subscription> subscription;
  private final Wish<GroupChoice> group;
  private final Wish<Region> region;

  Wishes(BasicsViewModel basics) {
    this.basics = basics;
    subscription =
        new Wish<>(
            basics.subscriptions(),
            basics.subscriptionProperty(),
            Subscription::id,
            "basics.missing.subscription");
    group =
        new Wish<>(
            basics.groups(), basics.groupProperty(), GroupChoice::name, "basics.missing.group");
    region =
        new Wish<>(
            basics.regions(), basics.regionProperty(), Region::name, "basics.missing.region");
  }

  /** What is chosen; while that is still looked for, what the plan says. */
  Subscription subscription(Plan.Basics planned) {
    Subscription chosen = basics.subscriptionProperty().get();
    Subscription wanted = subscription.isOpen() ? planned.subscription() : NOWHERE;
    return chosen == null ? wanted : chosen;
  }

  /** What is chosen; while that is still looked for, what the plan says. */
  GroupChoice group(Plan.Basics planned) {
    GroupChoice chosen = basics.groupProperty().get();
    GroupChoice wanted =
        group.isOpen() ? new GroupChoice(planned.group(), planned.createGroup()) : NO_GROUP;
    return chosen == null ? wanted : chosen;
  }

  /** What is chosen; while that is still looked for, what the plan says. */
  String region(Plan.Basics planned) {
    Region chosen = basics.regionProperty().get();
    String wanted = region.isOpen() ? planned.region() : "";
    return chosen == null ? wanted : chosen.name();
  }

  Wish<Subscription> subscription() {
    return subscription;
  }

  Wish<GroupChoice> group() {
    return group;
  }

  Wish<Region> region() {
    return region;
  }

  /** True while a list is on its way in which something wanted may be. */
  BooleanExpression waitingProperty() {
    return subscription.waitingProperty().or(group.waitingProperty()).or(region.waitingProperty());
  }

  void fill(Plan plan) {
    Plan.Basics wanted = plan.basics();
    basics.versionProperty().set(wanted.version());
    basics.zoneProperty().set(wanted.availabilityZone());
    basics.name().set(wanted.name());
    basics.authentication().fill(wanted.authentication());
    // What was chosen goes first, so that nothing is looked for in lists of another subscription.
    basics.subscriptionProperty().set(null);
    group.want(
        wanted.group(),
        Optional.of(new GroupChoice(wanted.group(), true)).filter(_ -> wanted.createGroup()));
    region.want(wanted.region(), Optional.empty());
    subscription.want(wanted.subscription().id(), Optional.empty());
  }
}
