package dev.wrapkey.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The networks of a {@link Stage}, which remembers what they were asked. */
final class StagedNetworks implements Networks {

  final Map<ResourceId, VirtualNetwork> networks = new HashMap<>();
  final List<ZoneLink> links = new ArrayList<>();
  final Map<ResourceId, Endpoint> endpoints = new HashMap<>();

  /** Happens after each look at an endpoint. */
  Runnable later = () -> {};

  private final Stage stage;

  StagedNetworks(Stage stage) {
    this.stage = stage;
  }

  @Override
  public String clientAddress() {
    return "203.0.113.7";
  }

  @Override
  public void list(
      String subscription, Cancellation cancellation, Consumer<List<VirtualNetwork>> page) {
    page.accept(List.copyOf(networks.values()));
  }

  @Override
  public Optional<VirtualNetwork> find(ResourceId network) {
    return Optional.ofNullable(networks.get(network));
  }

  @Override
  public void zones(
      String subscription, Cancellation cancellation, Consumer<List<ResourceId>> page) {}

  @Override
  public List<ZoneLink> links(ResourceId zone) {
    return List.copyOf(links);
  }

  @Override
  public RunningOperation createNetwork(ResourceId network, String region, String prefix) {
    stage.ask("network " + network.name());
    networks.put(network, new VirtualNetwork(network, region, List.of(prefix), List.of()));
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation createSubnet(ResourceId subnet, String prefix, boolean delegated) {
    stage.ask("subnet " + subnet.name());
    VirtualNetwork in = networks.get(subnet.parent());
    List<VirtualNetwork.Subnet> all = new ArrayList<>(in.subnets());
    all.add(
        new VirtualNetwork.Subnet(
            subnet, prefix, delegated ? List.of(ResourceId.SERVER) : List.of(), List.of()));
    networks.put(in.id(), new VirtualNetwork(in.id(), in.region(), in.prefixes(), all));
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation createZone(ResourceId zone) {
    stage.ask("zone " + zone.name());
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation link(ZoneLink link) {
    stage.ask("link " + link.id().name());
    return stage.after(1, () -> links.add(link));
  }

  @Override
  public Optional<Endpoint> endpoint(ResourceId id) {
    Optional<Endpoint> seen = Optional.ofNullable(endpoints.get(id));
    later.run();
    return seen;
  }

  @Override
  public RunningOperation createEndpoint(Plan.PrivateEndpoint endpoint, ResourceId server) {
    stage.ask("endpoint " + endpoint.id().name());
    put(endpoint.id(), "Updating", server);
    return stage.after(2, () -> put(endpoint.id(), "Succeeded", server));
  }

  void put(ResourceId endpoint, String state, ResourceId target) {
    endpoints.put(endpoint, new Endpoint(endpoint, state, Optional.of(target), "Approved"));
  }

  @Override
  public RunningOperation deleteEndpoint(ResourceId id) {
    stage.ask("delete endpoint " + id.name());
    return stage.after(1, () -> endpoints.remove(id));
  }
}
