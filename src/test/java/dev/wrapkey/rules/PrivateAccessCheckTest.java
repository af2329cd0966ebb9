package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.provisioning.VirtualNetwork.Subnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAccessCheckTest {

  private static final ResourceId NETWORK =
      new ResourceId("sub", "rg", ResourceId.NETWORK, "vnet-orders");

  private static Subnet subnet(String name, String prefix, List<String> to, List<String> holds) {
    return new Subnet(
        new ResourceId("sub", "rg", ResourceId.SUBNET, "vnet-orders/" + name), prefix, to, holds);
  }

  private static Subnet delegated(String name, String prefix) {
    return subnet(name, prefix, List.of("Microsoft.DBforPostgreSQL/flexibleServers"), List.of());
  }

  private static String message(Optional<Finding> finding) {
    return finding.map(Finding::message).orElse("");
  }

  @Test
  void net10WantsTheNetworkInTheServersRegion() {
    VirtualNetwork network = new VirtualNetwork(NETWORK, "westus", List.of(), List.of());
    assertThat(message(PrivateAccessCheck.network(network, "eastus")))
        .isEqualTo("The location of Vnet should be same as the location of the server");
    assertThat(PrivateAccessCheck.network(network, "westus")).isEmpty();
  }

  @Test
  void net11WantsTheDelegation() {
    assertThat(
            message(PrivateAccessCheck.subnet(subnet("pg", "10.0.0.0/24", List.of(), List.of()))))
        .isEqualTo("The subnet is not delegated to Microsoft.DBforPostgreSQL/flexibleServers.");
    assertThat(
            PrivateAccessCheck.subnet(
                subnet("pg", "10.0.0.0/24", List.of("Microsoft.Web/serverFarms"), List.of())))
        .isPresent();
    assertThat(PrivateAccessCheck.subnet(delegated("pg", "10.0.0.0/24"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/28,true", "10.0.0.0/27,true", "10.0.0.0/29,false", "10.0.0.8/30,false"})
  void net11WantsAtLeastSixteenAddresses(String prefix, boolean large) {
    Optional<Finding> finding = PrivateAccessCheck.subnet(delegated("pg", prefix));
    assertThat(finding.isEmpty()).isEqualTo(large);
    finding.ifPresent(
        f -> {
          assertThat(f.rule()).isEqualTo("NET-11");
          assertThat(f.message()).contains("smaller than /28", "16 addresses");
        });
  }

  @Test
  void net11WantsNothingElseInTheSubnet() {
    Subnet occupied =
        subnet(
            "pg",
            "10.0.0.0/24",
            List.of("Microsoft.DBforPostgreSQL/flexibleServers"),
            List.of("/subscriptions/sub/resourceGroups/rg/providers/x/y/web-nic"));
    assertThat(message(PrivateAccessCheck.subnet(occupied))).contains("web-nic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AzureFirewallSubnet",
        "AzureFirewallManagementSubnet",
        "AzureBastionSubnet",
        "GatewaySubnet",
        "gatewaysubnet"
      })
  void net12RefusesReservedNames(String name) {
    Finding finding = PrivateAccessCheck.subnet(delegated(name, "10.0.0.0/24")).orElseThrow();
    assertThat(finding.rule()).isEqualTo("NET-12");
    assertThat(finding.message()).contains(name);
  }

  @Test
  void net13WantsTheSuffix() {
    assertThat(message(PrivateAccessCheck.zone("orders.example.org", "orders-pg")))
        .isEqualTo("The suffix of the private DNS zone should be '.postgres.database.azure.com'.");
    assertThat(PrivateAccessCheck.zone("postgres.database.azure.com", "orders-pg")).isPresent();
    assertThat(PrivateAccessCheck.zone("a.private.postgres.database.azure.com", "orders-pg"))
        .isEmpty();
  }

  @Test
  void net13RefusesTheServersOwnName() {
    assertThat(
            message(PrivateAccessCheck.zone("Orders-pg.postgres.database.azure.com", "orders-pg")))
        .isEqualTo(
            "The private DNS zone name cannot be the same as the server's fully qualified domain"
                + " name.");
    assertThat(PrivateAccessCheck.zone("other.postgres.database.azure.com", "orders-pg")).isEmpty();
    assertThat(PrivateAccessCheck.zone("other.postgres.database.azure.com", "")).isEmpty();
  }

  @Test
  void aRangeBeginsWithItsFirstAddress() {
    assertThat(AddressRange.parse("10.0.0.0/24").orElseThrow().size()).isEqualTo(256);
    for (String wrong : List.of("10.0.0.1/24", "10.0.0.0", "10.0.0.0/33", "10.0.0.256/24", "a/8")) {
      assertThat(AddressRange.parse(wrong)).as(wrong).isEmpty();
    }
    assertThat(AddressRange.parse("0.0.0.0/0").orElseThrow().size()).isEqualTo(1L << 32);
  }

  @Test
  void theFirstFreePartSkipsWhatIsTaken() {
    AddressRange whole = AddressRange.parse("10.0.0.0/16").orElseThrow();
    List<AddressRange> taken =
        List.of(
            AddressRange.parse("10.0.0.0/25").orElseThrow(),
            AddressRange.parse("10.0.1.0/24").orElseThrow());
    assertThat(whole.firstFree(24, taken).orElseThrow()).hasToString("10.0.2.0/24");
    assertThat(whole.firstFree(25, taken).orElseThrow()).hasToString("10.0.0.128/25");
    assertThat(whole.firstFree(24, List.of(whole))).isEmpty();
  }

  @Test
  void aSubnetLiesWithinItsNetworkAndApartFromTheOthers() {
    List<String> network = List.of("10.0.0.0/16");
    assertThat(NetworkName.within("10.0.3.0/24", network)).isEmpty();
    assertThat(message(NetworkName.within("10.1.0.0/24", network))).contains("10.0.0.0/16");
    List<Subnet> others = List.of(delegated("pg", "10.0.0.0/24"));
    assertThat(message(NetworkName.apart("10.0.0.128/25", others))).contains("pg", "10.0.0.0/24");
    assertThat(NetworkName.apart("10.0.1.0/24", others)).isEmpty();
    assertThat(NetworkName.range("10.0.0.0/30")).isPresent();
    assertThat(NetworkName.range("10.0.0.0/29")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a b", "a/b"})
  void aNameThatAzureRefusesIsRefused(String name) {
    assertThat(NetworkName.check(name).orElseThrow().rule()).isEqualTo("NETNAME-1");
  }

  @Test
  void aNameThatAzureTakesIsTaken() {
    for (String name : List.of("a", "vnet-orders", "vnet.orders_1", "a_", "9", "a".repeat(80))) {
      assertThat(NetworkName.check(name)).as(name).isEmpty();
    }
    assertThat(NetworkName.check("a".repeat(81))).isPresent();
  }
}
