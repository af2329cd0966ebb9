package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.NetworkMaking;
import dev.wrapkey.provisioning.NetworkMaking.SubnetOrder;
import dev.wrapkey.provisioning.Networks;
import dev.wrapkey.provisioning.Networks.Endpoint;
import dev.wrapkey.provisioning.Networks.ZoneLink;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.simulator.PracticeCloud;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Networks: what the port promises, kept by the pipeline and the practice cloud together. */
class AzureNetworksContractTest extends PracticeContract {

  private static final String GROUP = "rg-orders";

  private final Cancellation cancellation = new Cancellation();
  private Networks networks;
  private NetworkMaking making;

  @Override
  PracticeCloud practice(Path state) throws Exception {
    return PracticeCloud.open(state, time, new SecureRandom());
  }

  @BeforeAll
  void ask() {
    networks = cloud.networks();
    making = new NetworkMaking(cloud, time);
  }

  private static ResourceId id(String type, String name) {
    return new ResourceId(SUB, GROUP, type, name);
  }

  private VirtualNetwork network(String name, boolean delegated) {
    return making.network(
        "eastus",
        "10.4.0.0/16",
        new SubnetOrder(id(ResourceId.SUBNET, name + "/pg"), "10.4.1.0/24", delegated),
        cancellation);
  }

  private void finish(RunningOperation operation) throws InterruptedException {
    while (!operation.poll()) {
      time.pause(operation.retryAfter());
    }
  }

  private ResourceId anyServer() {
    return cloud.servers().list(SUB).getFirst().id();
  }

  @Test
  void theAddressOfThisComputerIsOneForDocuments() {
    assertThat(networks.clientAddress()).isEqualTo("203.0.113.7");
  }

  @Test
  void aNetworkIsMadeWithADelegatedSubnetAndListed() {
    VirtualNetwork made = network("vnet-contract", true);
    assertThat(made.region()).isEqualTo("eastus");
    assertThat(made.prefixes()).containsExactly("10.4.0.0/16");
    assertThat(made.subnets()).hasSize(1);
    VirtualNetwork.Subnet subnet = made.subnets().getFirst();
    assertThat(subnet.id()).isEqualTo(made.subnet("pg"));
    assertThat(subnet.prefix()).isEqualTo("10.4.1.0/24");
    assertThat(subnet.delegations()).containsExactly(ResourceId.SERVER);
    assertThat(subnet.occupants()).isEmpty();

    List<VirtualNetwork> listed = new ArrayList<>();
    networks.list(SUB, cancellation, listed::addAll);
    assertThat(listed).contains(made);
    assertThat(networks.find(made.id())).contains(made);
    assertThat(networks.find(id(ResourceId.NETWORK, "vnet-absent"))).isEmpty();
  }

  @Test
  void anotherSubnetIsMadeBesideTheFirst() {
    VirtualNetwork before = network("vnet-second", true);
    VirtualNetwork made =
        making.subnet(new SubnetOrder(before.subnet("apps"), "10.4.2.0/27", false), cancellation);
    assertThat(made.subnets())
        .extracting(s -> s.name(), s -> s.delegations().isEmpty())
        .containsExactlyInAnyOrder(tuple("pg", false), tuple("apps", true));
  }

  @Test
  void aZoneIsMadeOnceAndLinked() throws Exception {
    VirtualNetwork network = network("vnet-zone", true);
    ResourceId zone = id(ResourceId.PRIVATE_ZONE, "contract.private.postgres.database.azure.com");
    assertThat(making.zone(zone, cancellation)).isEqualTo(zone);
    List<ResourceId> zones = new ArrayList<>();
    networks.zones(SUB, cancellation, zones::addAll);
    assertThat(zones).contains(zone);
    assertThat(failureOf(() -> making.zone(zone, cancellation)).code())
        .isEqualTo("PreconditionFailed");

    assertThat(networks.links(zone)).isEmpty();
    ZoneLink link =
        new ZoneLink(
            id(ResourceId.PRIVATE_ZONE + "/virtualNetworkLinks", zone.name() + "/vnet-zone-link"),
            network.id());
    finish(networks.link(link));
    assertThat(networks.links(zone)).containsExactly(link);
  }

  @Test
  void aPrivateEndpointLeadsToAServerAndOccupiesItsSubnet() throws Exception {
    VirtualNetwork network = network("vnet-endpoint", false);
    ResourceId id = id(ResourceId.PRIVATE_ENDPOINT, "contract-pe");
    ResourceId server = anyServer();
    assertThat(networks.endpoint(id)).isEmpty();

    RunningOperation making =
        networks.createEndpoint(
            new Plan.PrivateEndpoint(id, "eastus", network.subnet("pg")), server);
    Endpoint onItsWay = networks.endpoint(id).orElseThrow();
    assertThat(onItsWay.isOnItsWay()).isTrue();
    finish(making);

    Endpoint made = networks.endpoint(id).orElseThrow();
    assertThat(made.state()).isEqualTo("Succeeded");
    assertThat(made.target()).contains(server);
    assertThat(made.connection()).isEqualTo("Approved");
    assertThat(networks.find(network.id()).orElseThrow().subnets().getFirst().occupants())
        .containsExactly(id.toString());

    finish(networks.deleteEndpoint(id));
    assertThat(networks.endpoint(id)).isEmpty();
    finish(networks.deleteEndpoint(id));
  }

  @Test
  void aPrivateEndpointInADelegatedSubnetOrAnAbsentOneIsRefused() {
    VirtualNetwork delegated = network("vnet-refused", true);
    ResourceId id = id(ResourceId.PRIVATE_ENDPOINT, "refused-pe");
    CloudFailure refused =
        failureOf(
            () ->
                networks.createEndpoint(
                    new Plan.PrivateEndpoint(id, "eastus", delegated.subnet("pg")), anyServer()));
    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
    assertThat(refused.code()).isEqualTo("PrivateEndpointCreationNotAllowedAsSubnetIsDelegated");
    CloudFailure missing =
        failureOf(
            () ->
                networks.createEndpoint(
                    new Plan.PrivateEndpoint(id, "eastus", delegated.subnet("absent")),
                    anyServer()));
    assertThat(missing.code()).isEqualTo("InvalidResourceReference");
    assertThat(networks.endpoint(id)).isEmpty();
  }
}
