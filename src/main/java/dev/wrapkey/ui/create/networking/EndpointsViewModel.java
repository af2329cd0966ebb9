package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.PrivateEndpoint;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The private endpoints that are to be made together with the server. */
public final class EndpointsViewModel {

  private final ObservableList<PrivateEndpoint> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();

  EndpointsViewModel(List<PrivateEndpoint> start) {
    items.setAll(start);
  }

  /**
   * The server will be here. Endpoints of another subscription are dropped; those in the group that
   * is made with the server follow it.
   */
  void at(Place now) {
    Place before = place.get();
    place.set(now);
    if (before == null) {
      return;
    }
    items.removeIf(e -> !e.id().subscription().equals(now.subscription()));
    Plan.Basics old = before.basics();
    if (old.createGroup() && !old.group().equalsIgnoreCase(now.basics().group())) {
      items.replaceAll(
          e ->
              e.id().resourceGroup().equalsIgnoreCase(old.group())
                  ? moved(e, now.basics().group())
                  : e);
    }
  }

  /** Shows what an opened plan says. */
  void fill(List<PrivateEndpoint> wanted) {
    items.setAll(wanted);
  }

  private static PrivateEndpoint moved(PrivateEndpoint endpoint, String group) {
    ResourceId id = endpoint.id();
    return new PrivateEndpoint(
        new ResourceId(id.subscription(), group, id.type(), id.name()),
        endpoint.region(),
        endpoint.subnet());
  }

  /** A form for one more; empty as long as the place is unknown. */
  Optional<EndpointViewModel> form() {
    return Optional.ofNullable(place.get())
        .filter(Place::isKnown)
        .map(now -> new EndpointViewModel(now, this::has, items::add));
  }

  /** Whether an endpoint can be added. */
  boolean isLocated() {
    return Optional.ofNullable(place.get()).filter(Place::isKnown).isPresent();
  }

  private boolean has(ResourceId id) {
    return items.stream().anyMatch(e -> e.id().equals(id));
  }

  ObservableList<PrivateEndpoint> items() {
    return items;
  }

  void remove(@Nullable PrivateEndpoint endpoint) {
    items.remove(endpoint);
  }

  ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** The name of a subscription, or its id if only that is known. */
  String subscriptionName(String id) {
    Place now = place.get();
    return now != null && now.subscription().equals(id) ? now.basics().subscription().name() : id;
  }
}
