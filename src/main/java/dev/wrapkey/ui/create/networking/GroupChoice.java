package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.ui.task.Listing;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The resource group in which something is to be made: the server's own, if nobody objects. */
final class GroupChoice {

  private final Place place;
  private final Listing<ResourceGroup> listing;
  private final ObjectProperty<@Nullable ResourceGroup> chosen = new SimpleObjectProperty<>();
  private final BooleanProperty asked = new SimpleBooleanProperty();

  /**
   * @param withNew whether a group that is made together with the server can be chosen
   */
  GroupChoice(Place place, boolean withNew) {
    this.place = place;
    this.listing = new Listing<>(place.tasks());
    listing.items().subscribe(this::preferTheServers);
    listing.loadAll(() -> groups(withNew));
  }

  private List<ResourceGroup> groups(boolean withNew) {
    List<ResourceGroup> all =
        new ArrayList<>(place.cloud().directory().resourceGroups(place.subscription()));
    if (withNew && isNew()) {
      all.addFirst(new ResourceGroup(place.subscription(), place.basics().group(), place.region()));
    }
    return all;
  }

  private boolean isNew() {
    Plan.Basics basics = place.basics();
    return basics.createGroup() && !basics.group().isEmpty();
  }

  private void preferTheServers() {
    if (chosen.get() == null) {
      listing.items().stream()
          .filter(group -> group.name().equalsIgnoreCase(place.basics().group()))
          .findFirst()
          .ifPresent(chosen::set);
    }
  }

  Listing<ResourceGroup> listing() {
    return listing;
  }

  ObjectProperty<@Nullable ResourceGroup> chosenProperty() {
    return chosen;
  }

  /** True once somebody wanted to go on; a missing choice is told from then on. */
  BooleanProperty askedProperty() {
    return asked;
  }

  /** Whether a group does not exist before the server is made. */
  boolean isNew(ResourceGroup group) {
    return isNew() && group.name().equalsIgnoreCase(place.basics().group());
  }

  /** The chosen group's name, empty if there is none. */
  String name() {
    ResourceGroup group = chosen.get();
    return group == null ? "" : group.name();
  }
}
