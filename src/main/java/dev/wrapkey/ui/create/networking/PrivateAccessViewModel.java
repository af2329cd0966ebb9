package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.PrivateAccess;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.PrivateAccessCheck;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * The virtual network, subnet and private DNS zone of a server with private access. Networks of
 * other regions are left out with their reason; subnets and zones that cannot serve are refused
 * with theirs.
 */
public final class PrivateAccessViewModel {

  private final Listing<VirtualNetwork> networks;
  private final FilteredList<VirtualNetwork> usable;
  private final ObjectProperty<@Nullable VirtualNetwork> network = new SimpleObjectProperty<>();
  private final ObservableList<Subnet> subnets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Subnet> subnet = new SimpleObjectProperty<>();
  private final Listing<ResourceId> zones;
  private final ObjectProperty<@Nullable ResourceId> zone = new SimpleObjectProperty<>();
  private final BooleanProperty link = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final BooleanExpression complete;
  private @Nullable ResourceId awaitedSubnet;
  private @Nullable ResourceId awaitedZone;

  PrivateAccessViewModel(Tasks tasks, Optional<PrivateAccess> start) {
    networks = new Listing<>(tasks);
    zones = new Listing<>(tasks);
    usable = new FilteredList<>(networks.items(), n -> reasonAgainst(n).isEmpty());
    start.ifPresent(this::await);
    network.subscribe(chosen -> offer(chosen));
    networks.stateProperty().subscribe(state -> chooseAwaitedSubnet());
    zones.stateProperty().subscribe(state -> chooseAwaitedZone());
    complete =
        Bindings.createBooleanBinding(
            () -> subnet.get() != null && zone.get() != null && zoneProblem().isEmpty(),
            network,
            subnet,
            zone,
            place);
  }

  private void await(PrivateAccess access) {
    awaitedSubnet = access.subnet();
    awaitedZone = access.zone();
    link.set(access.link());
  }

  /** Shows what an opened plan says, once the lists have arrived. */
  void fill(Optional<PrivateAccess> wanted) {
    drop();
    wanted.ifPresent(this::await);
  }

  /** The server will be here: what cannot be chosen there is dropped, lists are fetched anew. */
  void at(Place now) {
    Place before = place.get();
    place.set(now);
    if (!now.isKnown() || before == null || !before.isLike(now)) {
      drop();
    }
    usable.setPredicate(n -> reasonAgainst(n).isEmpty());
  }

  private void drop() {
    network.set(null);
    zone.set(null);
    networks.clear();
    zones.clear();
  }

  /** Fetches the lists, unless they are there. */
  void load() {
    Place now = place.get();
    if (now != null && now.isKnown() && networks.stateProperty().get() == Listing.State.IDLE) {
      loadNetworks(now);
      loadZones(now);
    }
  }

  private void loadNetworks(Place now) {
    networks.load(
        (cancellation, page) ->
            now.cloud().networks().list(now.subscription(), cancellation, page));
  }

  private void loadZones(Place now) {
    zones.load(
        (cancellation, page) ->
            now.cloud().networks().zones(now.subscription(), cancellation, page));
  }

  private void offer(@Nullable VirtualNetwork chosen) {
    subnet.set(null);
    subnets.setAll(chosen == null ? List.of() : chosen.subnets());
  }

  private void chooseAwaitedSubnet() {
    ResourceId wanted = awaitedSubnet;
    if (wanted == null || networks.stateProperty().get() != Listing.State.READY) {
      return;
    }
    awaitedSubnet = null;
    usable.stream()
        .filter(n -> n.id().equals(wanted.parent()))
        .findFirst()
        .ifPresent(
            found -> {
              network.set(found);
              found.subnets().stream()
                  .filter(s -> s.id().equals(wanted) && refusal(s).isEmpty())
                  .findFirst()
                  .ifPresent(subnet::set);
            });
  }

  private void chooseAwaitedZone() {
    ResourceId wanted = awaitedZone;
    if (wanted != null && zones.stateProperty().get() == Listing.State.READY) {
      awaitedZone = null;
      zones.items().stream().filter(wanted::equals).findFirst().ifPresent(zone::set);
    }
  }

  /** A form for a network with a subnet; empty as long as the place is unknown. */
  Optional<SubnetViewModel> networkForm() {
    return known().map(now -> new SubnetViewModel(now, Optional.empty(), this::chooseSubnet));
  }

  /** A form for a subnet in the chosen network; empty as long as none is chosen. */
  Optional<SubnetViewModel> subnetForm() {
    return Optional.ofNullable(network.get())
        .flatMap(
            in ->
                known().map(now -> new SubnetViewModel(now, Optional.of(in), this::chooseSubnet)));
  }

  /** A form for a zone; empty as long as the place is unknown. */
  Optional<ZoneViewModel> zoneForm() {
    return known().map(now -> new ZoneViewModel(now, this::chooseZone));
  }

  private Optional<Place> known() {
    return Optional.ofNullable(place.get()).filter(Place::isKnown);
  }

  private void chooseSubnet(ResourceId made) {
    known()
        .ifPresent(
            now -> {
              network.set(null);
              awaitedSubnet = made;
              loadNetworks(now);
            });
  }

  private void chooseZone(ResourceId made) {
    known()
        .ifPresent(
            now -> {
              zone.set(null);
              awaitedZone = made;
              loadZones(now);
            });
  }

  /** What was chosen, or what an opened plan says until the lists have arrived. */
  Optional<PrivateAccess> plan() {
    Subnet chosen = subnet.get();
    ResourceId in = awaitedSubnet == null && chosen != null ? chosen.id() : awaitedSubnet;
    ResourceId name = awaitedZone == null ? zone.get() : awaitedZone;
    return in == null || name == null
        ? Optional.empty()
        : Optional.of(new PrivateAccess(in, name, link.get()));
  }

  /** The networks that are not offered, with reasons. */
  List<LeftOut> leftOut() {
    return networks.items().stream()
        .filter(n -> reasonAgainst(n).isPresent())
        .map(n -> new LeftOut(n.name(), reasonAgainst(n).orElse("")))
        .toList();
  }

  private Optional<String> reasonAgainst(VirtualNetwork candidate) {
    return Optional.ofNullable(place.get())
        .flatMap(now -> PrivateAccessCheck.network(candidate, now.region()))
        .map(Finding::message);
  }

  /** Why a subnet cannot be chosen. */
  Optional<String> refusal(Subnet candidate) {
    return PrivateAccessCheck.subnet(candidate).map(Finding::message);
  }

  /** Why a zone cannot be chosen. */
  Optional<String> refusal(ResourceId candidate) {
    String server = Optional.ofNullable(place.get()).map(p -> p.basics().name()).orElse("");
    return PrivateAccessCheck.zone(candidate.name(), server).map(Finding::message);
  }

  /** What is wrong with the chosen zone, empty for nothing. */
  String zoneProblem() {
    return Optional.ofNullable(zone.get()).flatMap(this::refusal).orElse("");
  }

  BooleanExpression completeProperty() {
    return complete;
  }

  void showProblems() {
    asked.set(true);
  }

  /** True once somebody wanted to go on. */
  ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  Listing<VirtualNetwork> networks() {
    return networks;
  }

  FilteredList<VirtualNetwork> usable() {
    return usable;
  }

  ObjectProperty<@Nullable VirtualNetwork> networkProperty() {
    return network;
  }

  ObservableList<Subnet> subnets() {
    return subnets;
  }

  ObjectProperty<@Nullable Subnet> subnetProperty() {
    return subnet;
  }

  Listing<ResourceId> zones() {
    return zones;
  }

  ObjectProperty<@Nullable ResourceId> zoneProperty() {
    return zone;
  }

  BooleanProperty linkProperty() {
    return link;
  }
}
