package dev.wrapkey.ui.create.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.wizard.Input;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules NET-10 to NET-13 at the screen, and what is created in place. */
class PrivateAccessViewModelTest {

  private static final VirtualTime TIME =
      VirtualTime.standingAt(Instant.parse("2026-11-21T12:03:04Z"));

  private final SmallNetworks cloud = new SmallNetworks();
  private final PrivateAccessViewModel access =
      new PrivateAccessViewModel(SmallNetworks.tasks(), Optional.empty());
  private boolean done;

  private Place place(String region, String name) {
    Plan.Basics b = Plan.blank().basics();
    return new Place(
        cloud,
        SmallNetworks.tasks(),
        TIME,
        new Plan.Basics(
            SmallNetworks.SUB, "rg", false, name, region, b.version(), "", b.authentication()));
  }

  @BeforeEach
  void enter() {
    access.at(place("eastus", "orders-pg"));
    access.load();
  }

  private void chooseAll() {
    access.networkProperty().set(cloud.network("vnet-east"));
    access.subnetProperty().set(cloud.network("vnet-east").subnets().getFirst());
    access.zoneProperty().set(cloud.zone);
  }

  private static String problem(Input input) {
    return input.problemProperty().get();
  }

  @Test
  void nothingIsChosenForThePerson() {
    assertThat(access.completeProperty().get()).isFalse();
    assertThat(access.plan()).isEmpty();
    assertThat(access.linkProperty().get()).as("linking is").isTrue();
    chooseAll();
    assertThat(access.completeProperty().get()).isTrue();
    assertThat(access.plan())
        .contains(
            new Plan.PrivateAccess(cloud.network("vnet-east").subnet("pg"), cloud.zone, true));
  }

  @Test
  void NET_10_networksOfOtherRegionsAreLeftOutWithTheReason() {
    assertThat(access.usable()).extracting(VirtualNetwork::name).containsExactly("vnet-east");
    assertThat(access.leftOut())
        .containsExactly(
            new LeftOut(
                "vnet-west", "The location of Vnet should be same as the location of the server"));
  }

  @Test
  void NET_10_anotherRegionDropsTheNetworkAndOffersOthers() {
    chooseAll();
    access.at(place("westus", "orders-pg"));
    access.load();
    assertThat(access.networkProperty().get()).isNull();
    assertThat(access.subnetProperty().get()).isNull();
    assertThat(access.completeProperty().get()).isFalse();
    assertThat(access.usable()).extracting(VirtualNetwork::name).containsExactly("vnet-west");
  }

  @Test
  void NET_11_aSubnetWithoutDelegationIsRefusedWithTheReason() {
    assertThat(access.refusal(SmallNetworks.subnet("vnet-east/apps", false)).orElseThrow())
        .contains("not delegated");
    assertThat(access.refusal(SmallNetworks.subnet("vnet-east/pg", true))).isEmpty();
  }

  @Test
  void NET_12_aReservedNameIsRefusedInTheListAndInTheForm() {
    assertThat(access.refusal(SmallNetworks.subnet("vnet-east/GatewaySubnet", true)).orElseThrow())
        .contains("GatewaySubnet");
    SubnetViewModel form = access.networkForm().orElseThrow();
    form.name().set("AzureBastionSubnet");
    assertThat(problem(form.name())).contains("reserved");
  }

  @Test
  void NET_13_aZoneOfAnotherSuffixOrOfTheServersNameIsRefused() {
    ResourceId same =
        new ResourceId(
            "sub-1", "rg", ResourceId.PRIVATE_ZONE, "orders-pg.postgres.database.azure.com");
    assertThat(access.refusal(same).orElseThrow())
        .isEqualTo(
            "The private DNS zone name cannot be the same as the server's fully qualified domain"
                + " name.");
    assertThat(
            access
                .refusal(new ResourceId("sub-1", "rg", ResourceId.PRIVATE_ZONE, "example.org"))
                .orElseThrow())
        .isEqualTo("The suffix of the private DNS zone should be '.postgres.database.azure.com'.");
  }

  @Test
  void NET_13_aZoneThatBecomesTheServersNameIsToldOf() {
    chooseAll();
    cloud.zones.clear();
    access
        .zoneProperty()
        .set(
            new ResourceId(
                "sub-1", "rg", ResourceId.PRIVATE_ZONE, "new-pg.postgres.database.azure.com"));
    assertThat(access.completeProperty().get()).isTrue();
    access.at(place("eastus", "new-pg"));
    assertThat(access.zoneProblem()).contains("cannot be the same");
    assertThat(access.completeProperty().get()).isFalse();
  }

  @Test
  void aNetworkWithItsSubnetIsCreatedInPlaceAndChosen() {
    SubnetViewModel form = access.networkForm().orElseThrow();
    assertThat(form.network().text()).isEqualTo("vnet-orders-pg");
    assertThat(form.range().text()).isEqualTo("10.0.0.0/24");
    assertThat(form.groups().name()).as("the server's").isEqualTo("rg");
    form.submit(() -> done = true);
    assertThat(done).isTrue();
    assertThat(access.networkProperty().get().name()).isEqualTo("vnet-orders-pg");
    assertThat(access.networkProperty().get().region()).isEqualTo("eastus");
    assertThat(access.subnetProperty().get().delegations()).containsExactly(ResourceId.SERVER);
  }

  @Test
  void aSubnetIsCreatedInTheChosenNetworkBesideTheOthers() {
    assertThat(access.subnetForm()).as("no network yet").isEmpty();
    access.networkProperty().set(cloud.network("vnet-east"));
    SubnetViewModel form = access.subnetForm().orElseThrow();
    assertThat(form.range().text()).as("the first free range").isEqualTo("10.0.1.0/24");
    form.range().set("10.0.0.0/25");
    assertThat(problem(form.range())).contains("overlaps", "pg");
    form.range().set("10.9.0.0/24");
    assertThat(problem(form.range())).contains("not within", "10.0.0.0/16");
    form.range().set("10.0.3.0/29");
    assertThat(problem(form.range())).contains("smaller than /28");
    form.submit(() -> done = true);
    assertThat(done).isFalse();
    form.range().set("10.0.3.0/28");
    form.submit(() -> done = true);
    assertThat(done).isTrue();
    assertThat(access.subnetProperty().get().name()).isEqualTo("snet-orders-pg");
    assertThat(access.subnetProperty().get().prefix()).isEqualTo("10.0.3.0/28");
  }

  @Test
  void aZoneIsCreatedInPlaceAndChosen() {
    ZoneViewModel form = access.zoneForm().orElseThrow();
    form.name().set("orders-pg.postgres.database.azure.com");
    form.submit(() -> done = true);
    assertThat(done).isFalse();
    form.name().set("orders-pg.private.postgres.database.azure.com");
    form.submit(() -> done = true);
    assertThat(done).isTrue();
    assertThat(access.zoneProperty().get().name())
        .isEqualTo("orders-pg.private.postgres.database.azure.com");
  }

  @Test
  void whatTheCloudRefusesIsToldInThePaneWhichStays() {
    cloud.refuses = true;
    ZoneViewModel form = access.zoneForm().orElseThrow();
    form.submit(() -> done = true);
    assertThat(done).isFalse();
    assertThat(form.making().busyProperty().get()).isFalse();
    assertThat(form.making().failureProperty().get().code()).isEqualTo("AuthorizationFailed");
    cloud.refuses = false;
    form.submit(() -> done = true);
    assertThat(done).isTrue();
    assertThat(form.making().failureProperty().get()).isNull();
  }

  @Test
  void withoutAPlaceNothingIsListedOrOffered() {
    PrivateAccessViewModel nowhere =
        new PrivateAccessViewModel(SmallNetworks.tasks(), Optional.empty());
    nowhere.at(place("", ""));
    nowhere.load();
    assertThat(nowhere.networks().items()).isEmpty();
    assertThat(nowhere.networkForm()).isEmpty();
    assertThat(nowhere.zoneForm()).isEmpty();
  }
}
