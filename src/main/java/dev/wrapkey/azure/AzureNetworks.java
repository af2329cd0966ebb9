package dev.wrapkey.azure;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.VirtualNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

final class AzureNetworks implements Networks {

  // Of whom azure-cli asks for "my address", without a token.
  private static final String ADDRESS_SERVICE = "https://api.ipify.org";
  private static final String ADDRESS = "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}";

  private static final String NETWORK_API = "2024-05-01";
  private static final String DNS_API = "2020-06-01";

  private final AzureConnection connection;
  private final ArmResources resources;

  AzureNetworks(ArmClients clients, AzureConnection connection) {
    this.connection = connection;
    this.resources = new ArmResources(clients, connection);
  }

  @Override
  public String clientAddress() {
    return AzureFailures.ask(
        () -> {
          HttpRequest question = new HttpRequest(HttpMethod.GET, ADDRESS_SERVICE);
          try (HttpResponse answer = connection.http().sendSync(question, Context.NONE)) {
            String text = answer.getBodyAsBinaryData().toString().strip();
            if (answer.getStatusCode() != 200 || !text.matches(ADDRESS)) {
              throw new CloudFailure(
                  CloudFailure.Kind.UNREACHABLE,
                  "UnreadableAnswer",
                  Phrases.say("azure.address", answer.getStatusCode()),
                  "");
            }
            return text;
          }
        });
  }

  @Override
  public void list(
      String subscription, Cancellation cancellation, Consumer<List<VirtualNetwork>> page) {
    each(subscription, ResourceId.NETWORK, NETWORK_API, NetworkReader::network, cancellation, page);
  }

  @Override
  public Optional<VirtualNetwork> find(ResourceId network) {
    return resources.find(network.toString(), NETWORK_API).map(NetworkReader::network);
  }

  @Override
  public void zones(
      String subscription, Cancellation cancellation, Consumer<List<ResourceId>> page) {
    each(
        subscription,
        ResourceId.PRIVATE_ZONE,
        DNS_API,
        zone -> ResourceId.of(zone.string("id")),
        cancellation,
        page);
  }

  @Override
  public List<ZoneLink> links(ResourceId zone) {
    List<ZoneLink> links = new ArrayList<>();
    resources.each(
        zone + "/virtualNetworkLinks",
        DNS_API,
        new Cancellation(),
        page -> page.forEach(link -> links.add(NetworkReader.link(link))));
    return links;
  }

  @Override
  public RunningOperation createNetwork(ResourceId network, String region, String prefix) {
    return resources.put(
        network.toString(),
        NETWORK_API,
        Map.of(
            "location",
            region,
            "properties",
            Map.of("addressSpace", Map.of("addressPrefixes", List.of(prefix)))));
  }

  @Override
  public RunningOperation createSubnet(ResourceId subnet, String prefix, boolean delegated) {
    List<?> delegations =
        delegated
            ? List.of(
                Map.of(
                    "name",
                    "flexibleServers",
                    "properties",
                    Map.of("serviceName", ResourceId.SERVER)))
            : List.of();
    return resources.put(
        subnet.toString(),
        NETWORK_API,
        Map.of("properties", Map.of("addressPrefix", prefix, "delegations", delegations)));
  }

  @Override
  public RunningOperation createZone(ResourceId zone) {
    return resources.create(zone.toString(), DNS_API, Map.of("location", "global"));
  }

  @Override
  public RunningOperation link(ZoneLink link) {
    return resources.put(
        link.id().toString(),
        DNS_API,
        Map.of(
            "location",
            "global",
            "properties",
            Map.of(
                "virtualNetwork",
                Map.of("id", link.network().toString()),
                "registrationEnabled",
                false)));
  }

  @Override
  public Optional<Endpoint> endpoint(ResourceId id) {
    return resources.find(id.toString(), NETWORK_API).map(NetworkReader::endpoint);
  }

  @Override
  public RunningOperation createEndpoint(Plan.PrivateEndpoint endpoint, ResourceId server) {
    Map<String, ?> connection =
        Map.of("privateLinkServiceId", server.toString(), "groupIds", List.of("postgresqlServer"));
    return resources.put(
        endpoint.id().toString(),
        NETWORK_API,
        Map.of(
            "location",
            endpoint.region(),
            "properties",
            Map.of(
                "subnet",
                Map.of("id", endpoint.subnet().toString()),
                "privateLinkServiceConnections",
                List.of(Map.of("name", endpoint.id().name(), "properties", connection)))));
  }

  @Override
  public RunningOperation deleteEndpoint(ResourceId id) {
    return resources.delete(id.toString(), NETWORK_API);
  }

  private <T> void each(
      String subscription,
      String type,
      String version,
      Function<Json, T> reader,
      Cancellation cancellation,
      Consumer<List<T>> taker) {
    resources.each(
        "/subscriptions/" + subscription + "/providers/" + type,
        version,
        cancellation,
        page -> taker.accept(page.stream().map(reader).toList()));
  }
}
