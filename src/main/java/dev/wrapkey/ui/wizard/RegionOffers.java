package dev.wrapkey.ui.wizard;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.provisioning.Directory;
import dev.wrapkey.ui.task.Running;
import dev.wrapkey.ui.task.Tasks;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What can be chosen where the server will be: asked of the cloud once a region, taken from the
 * dated files where the cloud does not answer. Until the answer comes the last choices stand.
 */
public final class RegionOffers {

  private record Place(String subscription, String region) {}

  private final Directory directory;
  private final Tasks tasks;
  private final Map<Place, Choices> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<Choices> choices =
      new ReadOnlyObjectWrapper<>(Choices.anywhere());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private Running current = new Running();

  public RegionOffers(Directory directory, Tasks tasks) {
    this.directory = directory;
    this.tasks = tasks;
  }

  /** Asks what a region offers. */
  public void look(String subscription, String region) {
    Place place = new Place(subscription, region);
    current.cancel();
    Choices before = known.get(place);
    if (before != null) {
      settle(before);
      return;
    }
    Running mine = new Running();
    current = mine;
    asking.set(true);
    tasks.run(
        mine,
        () -> Choices.told(region, directory.offer(subscription, region)),
        told -> settle(known(place, told, region)),
        failed -> settle(Choices.documented(region)));
  }

  /** An answer without a single size is none. */
  private Choices known(Place place, Choices told, String region) {
    if (told.sizes().isEmpty() || told.disks().isEmpty()) {
      return Choices.documented(region);
    }
    known.put(place, told);
    return told;
  }

  /** No region is chosen. */
  public void nowhere() {
    current.cancel();
    settle(Choices.anywhere());
  }

  private void settle(Choices now) {
    asking.set(false);
    choices.set(now);
  }

  public ReadOnlyObjectProperty<Choices> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  public Choices choices() {
    return choices.get();
  }

  /** True while the cloud is being asked. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }
}
