package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.BareCloud;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceGroup;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A port with a few networks and zones, and nothing else. */
final class SmallNetworks extends BareCloud implements Networks {

  static final Subscription SUB = new Subscription("sub-1", "Production");

  final List<VirtualNetwork> networks =
      new ArrayList<>(
          List.of(
              network("vnet-east", "eastus", subnet("vnet-east/pg", true)),
              network(
                  "vnet-west",
                  "westus",
                  subnet("vnet-west/apps", false),
                  subnet("vnet-west/pg", true))));
  final ResourceId zone =
      new ResourceId(
          SUB.id(), "rg", ResourceId.PRIVATE_ZONE, "east.private.postgres.database.azure.com");
  final List<ResourceId> zones = new ArrayList<>(List.of(zone));
  boolean addressFails;
  boolean refuses;

  /** Work done at once. */
  static Tasks tasks() {
    return new Tasks(
        Runnable::run,
        Runnable::run,
        bug -> {
          throw new AssertionError(bug);
        });
  }

  static VirtualNetwork network(String name, String region, Subnet... subnets) {
    return new VirtualNetwork(
        new ResourceId(SUB.id(), "rg", ResourceId.NETWORK, name),
        region,
        List.of("10.0.0.0/16"),
        List.of(subnets));
  }

  static Subnet subnet(String path, boolean delegated) {
    return new Subnet(
        new ResourceId(SUB.id(), "rg", ResourceId.SUBNET, path),
        "10.0.0.0/24",
        delegated ? List.of(ResourceId.SERVER) : List.of(),
        List.of());
  }

  VirtualNetwork network(String name) {
    return networks.stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  private void maybeRefuse() {
    if (refuses) {
      throw new CloudFailure(Kind.FORBIDDEN, "AuthorizationFailed", "You may not.", "c-1");
    }
  }

  private static RunningOperation done() {
    return new RunningOperation() {
      @Override
      public boolean poll() {
        return true;
      }

      @Override
      public Duration retryAfter() {
        return Duration.ZERO;
      }
    };
  }

  @Override
  public String clientAddress() {
    if (addressFails) {
      throw new CloudFailure(Kind.UNREACHABLE, "NoAnswer", "No route.", "");
    }
    return "198.51.100.4";
  }

  @Override
  public void list(
      String subscription, Cancellation cancellation, Consumer<List<VirtualNetwork>> page) {
    page.accept(List.copyOf(networks));
  }

  @Override
  public Optional<VirtualNetwork> find(ResourceId network) {
    return networks.stream().filter(n -> n.id().equals(network)).findFirst();
  }

  @Override
  public void zones(
      String subscription, Cancellation cancellation, Consumer<List<ResourceId>> page) {
    page.accept(List.copyOf(zones));
  }

  @Override
  public List<ZoneLink> links(ResourceId of) {
    return List.of();
  }

  @Override
  public RunningOperation createNetwork(ResourceId network, String region, String prefix) {
    maybeRefuse();
    networks.add(new VirtualNetwork(network, region, List.of(prefix), List.of()));
    return done();
  }

  @Override
  public RunningOperation createSubnet(ResourceId subnet, String prefix, boolean delegated) {
    maybeRefuse();
    networks.replaceAll(
        n -> {
          List<Subnet> all = new ArrayList<>(n.subnets());
          all.add(
              new Subnet(
                  subnet, prefix, delegated ? List.of(ResourceId.SERVER) : List.of(), List.of()));
          return n.id().equals(subnet.parent())
              ? new VirtualNetwork(n.id(), n.region(), n.prefixes(), all)
              : n;
        });
    return done();
  }

  @Override
  public RunningOperation createZone(ResourceId wanted) {
    maybeRefuse();
    zones.add(wanted);
    return done();
  }

  @Override
  public RunningOperation link(ZoneLink link) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Endpoint> endpoint(ResourceId id) {
    return Optional.empty();
  }

  @Override
  public RunningOperation createEndpoint(Plan.PrivateEndpoint endpoint, ResourceId server) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RunningOperation deleteEndpoint(ResourceId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Subscription> subscriptions() {
    return List.of(SUB);
  }

  @Override
  public List<Region> regions(String subscription) {
    return List.of();
  }

  @Override
  public List<ResourceGroup> resourceGroups(String subscription) {
    return List.of(new ResourceGroup(subscription, "rg", "eastus"));
  }

  @Override
  public Networks networks() {
    return this;
  }
}
