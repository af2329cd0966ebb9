package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.PrivateEndpoint;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.NetworkName;
import dev.wrapkey.rules.PrivateAccessCheck;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A private endpoint that is to be made together with the server. */
public final class EndpointViewModel implements PaneForm {

  private final Place place;
  private final Consumer<PrivateEndpoint> added;
  private final Making making;
  private final GroupChoice groups;
  private final Input name;
  private final Listing<VirtualNetwork> networks;
  private final ObjectProperty<@Nullable VirtualNetwork> network = new SimpleObjectProperty<>();
  private final ObservableList<Subnet> subnets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Subnet> subnet = new SimpleObjectProperty<>();
  private final BooleanProperty asked = new SimpleBooleanProperty();

  /**
   * @param taken whether another endpoint of the plan has this identifier
   * @param added is told the endpoint
   */
  EndpointViewModel(Place place, Predicate<ResourceId> taken, Consumer<PrivateEndpoint> added) {
    this.place = place;
    this.added = added;
    making = new Making(place.tasks());
    groups = new GroupChoice(place, true);
    String server = place.basics().name();
    name =
        new Input(
            server.isEmpty() ? "" : server + "-pe",
            text ->
                NetworkName.check(text)
                    .map(Finding::message)
                    .or(() -> taken.test(id(text)) ? Optional.of(twice()) : Optional.empty()),
            groups.chosenProperty());
    networks = new Listing<>(place.tasks());
    networks.load(
        (cancellation, page) ->
            place.cloud().networks().list(place.subscription(), cancellation, page));
    network.subscribe(this::offer);
  }

  private static String twice() {
    return Texts.text("networking.endpoint.twice");
  }

  private void offer(@Nullable VirtualNetwork chosen) {
    subnet.set(null);
    subnets.setAll(chosen == null ? List.of() : chosen.subnets());
  }

  private ResourceId id(String text) {
    return new ResourceId(place.subscription(), groups.name(), ResourceId.PRIVATE_ENDPOINT, text);
  }

  /** Why a subnet cannot hold a private endpoint. */
  Optional<String> refusal(Subnet candidate) {
    return candidate.delegations().isEmpty()
        ? PrivateAccessCheck.subnetName(candidate.name()).map(Finding::message)
        : Optional.of(
            Texts.text(
                "networking.endpoint.delegated", String.join(", ", candidate.delegations())));
  }

  @Override
  public void submit(Runnable done) {
    name.ask();
    asked.set(true);
    groups.askedProperty().set(true);
    VirtualNetwork in = network.get();
    Subnet chosen = subnet.get();
    if (name.validProperty().get() && !groups.name().isEmpty() && in != null && chosen != null) {
      added.accept(new PrivateEndpoint(id(name.text()), in.region(), chosen.id()));
      done.run();
    }
  }

  @Override
  public Making making() {
    return making;
  }

  GroupChoice groups() {
    return groups;
  }

  Input name() {
    return name;
  }

  Listing<VirtualNetwork> networks() {
    return networks;
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

  /** True once somebody wanted to go on. */
  BooleanProperty askedProperty() {
    return asked;
  }
}
