package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.NetworkMaking;
import dev.wrapkey.provisioning.NetworkMaking.SubnetOrder;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.rules.AddressRange;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.NetworkName;
import dev.wrapkey.rules.PrivateAccessCheck;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.form.PaneForm;
import dev.wrapkey.ui.wizard.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A new subnet for the server, in a virtual network that exists or in a new one. */
public final class SubnetViewModel implements PaneForm {

  private static final String USUAL_NETWORK = "10.0.0.0/16";
  private static final int USUAL_BITS = 24;

  private final Place place;
  private final Optional<VirtualNetwork> in;
  private final Consumer<ResourceId> made;
  private final Making making;
  private final GroupChoice groups;
  private final Input network;
  private final Input networkRange;
  private final Input name;
  private final Input range;

  /**
   * @param in the network it comes into; empty for a new one
   * @param made is told the subnet when it is there
   */
  SubnetViewModel(Place place, Optional<VirtualNetwork> in, Consumer<ResourceId> made) {
    this.place = place;
    this.in = in;
    this.made = made;
    making = new Making(place.tasks());
    groups = new GroupChoice(place, false);
    String server = place.basics().name();
    network =
        new Input(
            server.isEmpty() ? "" : "vnet-" + server,
            text -> NetworkName.check(text).map(Finding::message));
    networkRange = new Input(USUAL_NETWORK, text -> NetworkName.range(text).map(Finding::message));
    name = new Input(server.isEmpty() ? "" : "snet-" + server, this::nameProblem);
    range = new Input(suggestion(), this::rangeProblem, networkRange.valueProperty());
  }

  private Optional<String> nameProblem(String text) {
    return PrivateAccessCheck.subnetName(text)
        .or(() -> NetworkName.check(text))
        .map(Finding::message);
  }

  private Optional<String> rangeProblem(String text) {
    return NetworkName.range(text)
        .or(() -> PrivateAccessCheck.size(text))
        .or(() -> NetworkName.within(text, prefixes()))
        .or(() -> NetworkName.apart(text, in.map(VirtualNetwork::subnets).orElse(List.of())))
        .map(Finding::message);
  }

  private List<String> prefixes() {
    return in.map(VirtualNetwork::prefixes).orElseGet(() -> List.of(networkRange.text()));
  }

  /** The first range of a usual size that is free. */
  private String suggestion() {
    List<AddressRange> taken =
        in.stream()
            .flatMap(n -> n.subnets().stream())
            .flatMap(s -> AddressRange.parse(s.prefix()).stream())
            .toList();
    return prefixes().stream()
        .flatMap(prefix -> AddressRange.parse(prefix).stream())
        .flatMap(whole -> whole.firstFree(Math.max(USUAL_BITS, whole.bits()), taken).stream())
        .map(AddressRange::toString)
        .findFirst()
        .orElse("");
  }

  @Override
  public void submit(Runnable done) {
    inputs().forEach(Input::ask);
    groups.askedProperty().set(true);
    boolean placed = in.isPresent() || !groups.name().isEmpty();
    if (placed && inputs().allMatch(input -> input.validProperty().get())) {
      ResourceId id = id();
      making.start(
          cancellation -> {
            NetworkMaking maker = new NetworkMaking(place.cloud(), place.time());
            SubnetOrder order = new SubnetOrder(id, range.text(), true);
            return in.isPresent()
                ? maker.subnet(order, cancellation)
                : maker.network(place.region(), networkRange.text(), order, cancellation);
          },
          network -> {
            made.accept(id);
            done.run();
          });
    }
  }

  private Stream<Input> inputs() {
    return in.isPresent() ? Stream.of(name, range) : Stream.of(network, networkRange, name, range);
  }

  private ResourceId id() {
    return in.map(n -> n.subnet(name.text()))
        .orElseGet(
            () ->
                new ResourceId(
                    place.subscription(),
                    groups.name(),
                    ResourceId.SUBNET,
                    network.text() + "/" + name.text()));
  }

  @Override
  public Making making() {
    return making;
  }

  /** The network it comes into, empty if that is made too. */
  Optional<VirtualNetwork> in() {
    return in;
  }

  String region() {
    return place.region();
  }

  GroupChoice groups() {
    return groups;
  }

  Input network() {
    return network;
  }

  Input networkRange() {
    return networkRange;
  }

  Input name() {
    return name;
  }

  Input range() {
    return range;
  }
}
