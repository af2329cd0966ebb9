package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Networks.Endpoint;
import dev.wrapkey.provisioning.Networks.ZoneLink;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Networks, links and private endpoints as the network service describes them. */
final class NetworkReader {

  private NetworkReader() {}

  static VirtualNetwork network(Json json) {
    return new VirtualNetwork(
        ResourceId.of(json.string("id")),
        Region.shortName(json.string("location")),
        texts(json.items("properties", "addressSpace", "addressPrefixes")),
        json.items("properties", "subnets").stream().map(NetworkReader::subnet).toList());
  }

  private static VirtualNetwork.Subnet subnet(Json json) {
    Json properties = json.at("properties");
    return new VirtualNetwork.Subnet(
        ResourceId.of(json.string("id")),
        prefix(properties),
        properties.items("delegations").stream()
            .map(delegation -> delegation.string("properties", "serviceName"))
            .toList(),
        occupants(properties));
  }

  // A subnet with more than one range has a list instead.
  private static String prefix(Json subnet) {
    return Stream.concat(
            Stream.of(subnet.string("addressPrefix")),
            texts(subnet.items("addressPrefixes")).stream())
        .filter(range -> range.matches("[0-9./]+"))
        .findFirst()
        .orElse("");
  }

  private static List<String> occupants(Json subnet) {
    Stream<String> things =
        Stream.of("ipConfigurations", "privateEndpoints")
            .flatMap(kind -> subnet.items(kind).stream())
            .map(thing -> thing.string("id"));
    Stream<String> services =
        Stream.of("serviceAssociationLinks", "resourceNavigationLinks")
            .flatMap(kind -> subnet.items(kind).stream())
            .map(link -> link.string("properties", "linkedResourceType"))
            .filter(type -> !type.equalsIgnoreCase(ResourceId.SERVER));
    return Stream.concat(things, services).filter(each -> !each.isEmpty()).toList();
  }

  static ZoneLink link(Json json) {
    return new ZoneLink(
        ResourceId.of(json.string("id")),
        ResourceId.of(json.string("properties", "virtualNetwork", "id")));
  }

  static Endpoint endpoint(Json json) {
    Json properties = json.at("properties");
    Optional<Json> connection =
        Stream.of("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")
            .flatMap(kind -> properties.items(kind).stream())
            .findFirst();
    return new Endpoint(
        ResourceId.of(json.string("id")),
        properties.string("provisioningState"),
        connection.flatMap(c -> ResourceId.parse(c.string("properties", "privateLinkServiceId"))),
        connection
            .map(c -> c.string("properties", "privateLinkServiceConnectionState", "status"))
            .orElse(""));
  }

  private static List<String> texts(List<Json> items) {
    return items.stream().map(Json::string).toList();
  }
}
