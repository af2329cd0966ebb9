package dev.wrapkey.provisioning;

import java.util.List;

/**
 * A virtual network with its subnets, as the network service describes it.
 *
 * @param id its resource identifier
 * @param region the short name of its region
 * @param prefixes its address ranges, for example {@code 10.0.0.0/16}
 * @param subnets in the service's order
 */
public record VirtualNetwork(
    ResourceId id, String region, List<String> prefixes, List<Subnet> subnets) {

  /**
   * A subnet.
   *
   * @param id its resource identifier, within that of the network
   * @param prefix its first IPv4 address range, empty if it has none
   * @param delegations services it is delegated to, for example {@code
   *     Microsoft.DBforPostgreSQL/flexibleServers}
   * @param occupants what is in it that is no flexible server: identifiers, or types of services
   */
  public record Subnet(
      ResourceId id, String prefix, List<String> delegations, List<String> occupants) {

    public String name() {
      return id.name().substring(id.name().lastIndexOf('/') + 1);
    }
  }

  public String name() {
    return id.name();
  }

  /** The identifier of a subnet of this network. */
  public ResourceId subnet(String subnetName) {
    return new ResourceId(
        id.subscription(), id.resourceGroup(), ResourceId.SUBNET, id.name() + "/" + subnetName);
  }
}
