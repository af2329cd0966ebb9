package dev.wrapkey.ui.key;

import dev.wrapkey.export.GrantCommand;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.form.PlaceViewModel.Chosen;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is lacking when the account was refused to make a key vault, and who could give it. */
final class MakerRight {

  private static final String GIVING = "Microsoft.Authorization/roleAssignments/write";

  /**
   * What is lacking.
   *
   * @param mayGive whether the account may give itself the role
   * @param where the resource group or subscription
   * @param command gives it
   */
  record Lack(boolean mayGive, String where, String command) {}

  private final Cloud cloud;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Optional<Lack>> lack =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Running running = new Running();

  MakerRight(Cloud cloud, Tasks tasks) {
    this.cloud = cloud;
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<Optional<Lack>> lackProperty() {
    return lack.getReadOnlyProperty();
  }

  void forget() {
    running.cancel();
    lack.set(Optional.empty());
  }

  /** A vault was refused in this place. */
  void follow(Chosen place, CloudFailure why) {
    forget();
    if (why.kind() == CloudFailure.Kind.FORBIDDEN) {
      running =
          tasks.run(() -> find(place), found -> lack.set(Optional.of(found)), unseen -> forget());
    }
  }

  private Lack find(Chosen place) {
    String subscription = "/subscriptions/" + place.subscription();
    String scope = place.isNew() ? subscription : subscription + "/resourceGroups/" + place.group();
    Plan.Administrator self = cloud.directory().signedIn();
    boolean mayGive =
        cloud.safeguards().ownActions(scope).stream().anyMatch(MakerRight::allowsGiving);
    return new Lack(
        mayGive,
        place.isNew() ? place.subscription() : place.group(),
        GrantCommand.makingVaults(scope, self.objectId(), self.type()));
  }

  private static boolean allowsGiving(ActionBlock block) {
    return block.allows(GIVING);
  }
}
