package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is asked of the network service, and what is made of answers it may give. */
class AzureNetworksTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final String GROUP = "/subscriptions/" + SUB + "/resourceGroups/rg";
  private static final String NETWORK = GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet";

  private final Wire wire = new Wire();

  private static String network(String subnet) {
    return """
    {"id":"%s","location":"East US","properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},
     "subnets":[{"id":"%s/subnets/pg","properties":{%s}}]}}\
    """
        .formatted(NETWORK, NETWORK, subnet);
  }

  private List<VirtualNetwork> list() {
    List<VirtualNetwork> found = new ArrayList<>();
    wire.cloud().networks().list(SUB, new Cancellation(), found::addAll);
    return found;
  }

  private VirtualNetwork.Subnet subnet(String properties) {
    wire.then(200, "{\"value\":[" + network(properties) + "]}");
    return list().getFirst().subnets().getFirst();
  }

  private static CloudFailure failureOf(ThrowingCallable call) {
    return catchThrowableOfType(CloudFailure.class, call);
  }

  @Test
  void pagesAreFollowedToTheLast() {
    String next = "https://management.azure.com/next?page=2";
    wire.then(200, "{\"value\":[" + network("") + "],\"nextLink\":\"" + next + "\"}")
        .then(200, "{\"value\":[" + network("") + "]}");
    assertThat(list()).hasSize(2).allSatisfy(n -> assertThat(n.region()).isEqualTo("eastus"));
    assertThat(wire.asked.getLast().url()).isEqualTo(next);
  }

  @Test
  void aPageOfAnotherHostIsNotAskedForWithOurToken() {
    wire.then(200, "{\"value\":[],\"nextLink\":\"https://evil.example.org/next\"}");
    assertThat(failureOf(this::list).code()).isEqualTo("ForeignPage");
    assertThat(wire.asked).extracting(Wire.Asked::url).noneMatch(url -> url.contains("evil"));
  }

  @Test
  void aCancelledListingAsksNothingMore() {
    wire.then(200, "{\"value\":[],\"nextLink\":\"https://management.azure.com/next\"}");
    Cancellation cancellation = new Cancellation();
    Assertions.assertThatThrownBy(
            () -> wire.cloud().networks().list(SUB, cancellation, page -> cancellation.cancel()))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aSubnetWithSeveralRangesShowsItsFirstOfIpv4() {
    assertThat(subnet("\"addressPrefixes\":[\"fd00::/64\",\"10.0.7.0/24\"]").prefix())
        .isEqualTo("10.0.7.0/24");
  }

  @Test
  void whatIsInASubnetCountsExceptFlexibleServers() {
    VirtualNetwork.Subnet subnet =
        subnet(
            """
            "addressPrefix":"10.0.1.0/24",
            "ipConfigurations":[{"id":"/a/nic"}],
            "privateEndpoints":[{"id":"/a/pe"}],
            "serviceAssociationLinks":[
              {"properties":{"linkedResourceType":"Microsoft.DBforPostgreSQL/flexibleServers"}},
              {"properties":{"linkedResourceType":"Microsoft.Web/serverfarms"}}],
            "delegations":[{"properties":{"serviceName":"Microsoft.DBforPostgreSQL/flexibleServers"}}]\
            """);
    assertThat(subnet.occupants()).containsExactly("/a/nic", "/a/pe", "Microsoft.Web/serverfarms");
    assertThat(subnet.delegations()).containsExactly(ResourceId.SERVER);
  }

  @Test
  void anEndpointIsAskedForAsAzureCliDoes() {
    wire.then(201, "{}");
    wire.cloud()
        .networks()
        .createEndpoint(
            new Plan.PrivateEndpoint(
                new ResourceId(SUB, "rg", ResourceId.PRIVATE_ENDPOINT, "orders-pe"),
                "eastus",
                ResourceId.of(NETWORK + "/subnets/apps")),
            ResourceId.server(SUB, "rg", "orders-pg"));
    Wire.Asked asked = wire.asked.getLast();
    assertThat(asked.method()).isEqualTo("PUT");
    assertThat(asked.url())
        .isEqualTo(
            "https://management.azure.com"
                + GROUP
                + "/providers/Microsoft.Network/privateEndpoints/orders-pe?api-version=2024-05-01");
    assertThat(asked.body())
        .contains("\"groupIds\":[\"postgresqlServer\"]")
        .contains("\"privateLinkServiceId\":\"" + ResourceId.server(SUB, "rg", "orders-pg") + "\"")
        .contains("\"subnet\":{\"id\":\"" + NETWORK + "/subnets/apps\"}");
  }

  @Test
  void theAddressServiceMustAnswerWithAnAddress() {
    wire.then(200, "203.0.113.9\n");
    assertThat(wire.cloud().networks().clientAddress()).isEqualTo("203.0.113.9");
    assertThat(wire.asked.getLast().url()).isEqualTo("https://api.ipify.org");
    wire.then(200, "<html>Sign in to this hotel</html>");
    assertThat(failureOf(() -> wire.cloud().networks().clientAddress()).kind())
        .isEqualTo(Kind.UNREACHABLE);
    wire.then(503, "");
    assertThat(failureOf(() -> wire.cloud().networks().clientAddress()).details()).contains("503");
  }

  @Test
  void anAnswerThatIsNoJsonIsAFailureAndNotABug() {
    wire.then(200, "<html>proxy</html>");
    assertThat(failureOf(this::list).code()).isEqualTo("UnreadableAnswer");
    wire.then(403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"No.\"}}");
    assertThat(failureOf(this::list).kind()).isEqualTo(Kind.FORBIDDEN);
  }
}
