package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Virtual networks, private DNS zones, private endpoints, and the address of this computer.
 * Failures as in {@link Cloud}.
 */
public interface Networks {

  /**
   * A link that makes a private DNS zone answer within a virtual network.
   *
   * @param id the link, within the zone's identifier
   * @param network the virtual network
   */
  record ZoneLink(ResourceId id, ResourceId network) {}

  /**
   * A private endpoint that exists.
   *
   * @param id its identifier
   * @param state the API's word: {@code Updating}, {@code Succeeded}, {@code Failed} …
   * @param target what it leads to, where it leads anywhere
   * @param connection whether its target lets it in: {@code Approved}, {@code Pending} …
   */
  record Endpoint(ResourceId id, String state, Optional<ResourceId> target, String connection) {

    /** Whether Azure is still at work on it. */
    public boolean isOnItsWay() {
      return switch (state) {
        case "Updating", "Creating", "Deleting" -> true;
        default -> false;
      };
    }
  }

  /** The IPv4 address that this computer has on the internet, as its address service sees it. */
  String clientAddress();

  /** Hands over the virtual networks of a subscription page by page, until the end. */
  void list(String subscription, Cancellation cancellation, Consumer<List<VirtualNetwork>> page);

  /** One virtual network, empty if there is none. */
  Optional<VirtualNetwork> find(ResourceId network);

  /** Hands over the private DNS zones of a subscription page by page, until the end. */
  void zones(String subscription, Cancellation cancellation, Consumer<List<ResourceId>> page);

  /** The virtual networks in which a private DNS zone answers. */
  List<ZoneLink> links(ResourceId zone);

  /**
   * Starts the creation of a virtual network without subnets. One that exists would lose its
   * subnets: look first.
   *
   * @param prefix its address range
   */
  @Change(
      value = "Microsoft.Network/virtualNetworks/write",
      names = {"region", "prefix"})
  RunningOperation createNetwork(ResourceId network, String region, String prefix);

  /**
   * Starts the creation of a subnet.
   *
   * @param delegated whether to delegate it to flexible servers
   */
  @Change(
      value = "Microsoft.Network/virtualNetworks/subnets/write",
      names = {"prefix", "delegated"})
  RunningOperation createSubnet(ResourceId subnet, String prefix, boolean delegated);

  /** Starts the creation of a private DNS zone; refused if it exists. */
  @Change(value = "Microsoft.Network/privateDnsZones/write", weight = Change.Weight.COSTS)
  RunningOperation createZone(ResourceId zone);

  @Change("Microsoft.Network/privateDnsZones/virtualNetworkLinks/write")
  RunningOperation link(ZoneLink link);

  /** One private endpoint, empty if there is none. */
  Optional<Endpoint> endpoint(ResourceId id);

  /** Starts the creation of a private endpoint that leads to a server. */
  @Change(value = "Microsoft.Network/privateEndpoints/write", weight = Change.Weight.COSTS)
  RunningOperation createEndpoint(Plan.PrivateEndpoint endpoint, ResourceId server);

  @Change("Microsoft.Network/privateEndpoints/delete")
  RunningOperation deleteEndpoint(ResourceId id);
}
