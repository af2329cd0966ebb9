package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Networks.ZoneLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deployment makes beside its server: a link before it, private endpoints after it. */
class NetworkStepsTest {

  private static final ResourceId NETWORK =
      new ResourceId(Stage.SUB.id(), "rg-net", ResourceId.NETWORK, "vnet-orders");
  private static final ResourceId SUBNET =
      new ResourceId(Stage.SUB.id(), "rg-net", ResourceId.SUBNET, "vnet-orders/pg");
  private static final ResourceId ZONE =
      new ResourceId(
          Stage.SUB.id(),
          "rg-net",
          ResourceId.PRIVATE_ZONE,
          "orders.private.postgres.database.azure.com");
  private static final ResourceId ENDPOINT =
      new ResourceId(Stage.SUB.id(), "rg", ResourceId.PRIVATE_ENDPOINT, "orders-pe");

  @TempDir Path folder;

  private final Stage stage = new Stage();
  private final Cancellation cancellation = new Cancellation();
  private final List<Progress.Event> events = new ArrayList<>();

  private static Plan hidden(boolean link) {
    return Stage.plan()
        .withNetworking(Plan.Networking.closed(new Plan.PrivateAccess(SUBNET, ZONE, link)));
  }

  private static Plan withEndpoint() {
    return Stage.plan()
        .withNetworking(
            new Plan.Networking(
                Plan.Networking.Method.PUBLIC,
                false,
                false,
                List.of(),
                List.of(new Plan.PrivateEndpoint(ENDPOINT, "eastus", SUBNET)),
                java.util.Optional.empty()));
  }

  private Ledger ledger(Plan plan) {
    return Ledger.begin(folder, "d1", plan.serverId(), Stage.START);
  }

  private Outcome run(Plan plan, Ledger ledger) {
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .run(plan, ledger, events::add, cancellation);
  }

  private static ResourceId link(String name) {
    return new ResourceId(
        Stage.SUB.id(),
        "rg-net",
        ResourceId.PRIVATE_ZONE + "/virtualNetworkLinks",
        ZONE.name() + "/" + name);
  }

  @Test
  void theZoneIsLinkedBeforeTheServerIsMade() {
    Ledger ledger = ledger(hidden(true));
    assertThat(run(hidden(true), ledger)).isInstanceOf(Outcome.Succeeded.class);

    String asked = "link " + ZONE.name() + "/vnet-orders-link";
    assertThat(stage.asked.indexOf(asked)).isBetween(0, stage.asked.indexOf("create") - 1);
    assertThat(stage.networks.links)
        .containsExactly(new ZoneLink(link("vnet-orders-link"), NETWORK));
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(link("vnet-orders-link"), Presence.EXISTS));
  }

  @Test
  void withoutTheTickNothingIsLinked() {
    run(hidden(false), ledger(hidden(false)));
    assertThat(stage.networks.links).isEmpty();
  }

  @Test
  void aNetworkThatIsLinkedAlreadyIsLeftAsItIsAndNotClaimed() {
    stage.networks.links.add(new ZoneLink(link("theirs"), NETWORK));
    Ledger ledger = ledger(hidden(true));
    run(hidden(true), ledger);
    assertThat(stage.networks.links).hasSize(1);
    assertThat(ledger.entry().made().parts()).isEmpty();
  }

  @Test
  void aLinkOfAnotherNetworkOfTheSameNameKeepsItsName() {
    ResourceId other =
        new ResourceId(Stage.SUB.id(), "rg-other", ResourceId.NETWORK, "vnet-orders");
    stage.networks.links.add(new ZoneLink(link("vnet-orders-link"), other));
    run(hidden(true), ledger(hidden(true)));
    assertThat(stage.networks.links)
        .contains(new ZoneLink(link("vnet-orders-link-2"), NETWORK))
        .hasSize(2);
  }

  @Test
  void aRefusedLinkEndsItBeforeTheServerAndLeavesNothing() {
    stage.fail(
        "link " + ZONE.name() + "/vnet-orders-link",
        Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    Ledger ledger = ledger(hidden(true));
    Outcome outcome = run(hidden(true), ledger);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).step()).isEqualTo("link-zone");
    assertThat(stage.asked).doesNotContain("create");
    assertThat(ledger.entry().isUnfinished()).isFalse();
  }

  @Test
  void aLinkMadeByARunThatWasBrokenOffIsClaimedAndNotMadeAgain() {
    Ledger ledger = ledger(hidden(true));
    ledger.part(link("vnet-orders-link"), Presence.REQUESTED);
    stage.networks.links.add(new ZoneLink(link("vnet-orders-link"), NETWORK));
    run(hidden(true), ledger);
    assertThat(stage.networks.links).hasSize(1);
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(link("vnet-orders-link"), Presence.EXISTS));
  }

  @Test
  void privateEndpointsComeAfterTheServer() {
    Ledger ledger = ledger(withEndpoint());
    assertThat(run(withEndpoint(), ledger)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked.indexOf("endpoint orders-pe"))
        .isGreaterThan(stage.asked.indexOf("create"));
    assertThat(stage.networks.endpoints.get(ENDPOINT).target()).contains(withEndpoint().serverId());
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(ENDPOINT, Presence.EXISTS));
  }

  @Test
  void anEndpointThatIsOnItsWayIsWaitedForAndNotMadeTwice() {
    Ledger ledger = ledger(withEndpoint());
    ledger.part(ENDPOINT, Presence.CREATING);
    ResourceId server = withEndpoint().serverId();
    stage.networks.put(ENDPOINT, "Updating", server);
    stage.networks.later = () -> stage.networks.put(ENDPOINT, "Succeeded", server);
    assertThat(run(withEndpoint(), ledger)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("endpoint orders-pe");
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(ENDPOINT, Presence.EXISTS));
  }

  @Test
  void anEndpointThatHadFailedIsMadeAgain() {
    stage.networks.put(ENDPOINT, "Failed", withEndpoint().serverId());
    assertThat(run(withEndpoint(), ledger(withEndpoint()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("endpoint orders-pe")).isEqualTo(1);
  }

  @Test
  void anEndpointThatNeverSettlesIsGivenUp() {
    stage.networks.put(ENDPOINT, "Updating", withEndpoint().serverId());
    Outcome outcome = run(withEndpoint(), ledger(withEndpoint()));
    assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo("TookTooLong");
  }

  @Test
  void anEndpointOfSomebodyElseIsNotTouched() {
    stage.networks.put(
        ENDPOINT, "Succeeded", ResourceId.server(Stage.SUB.id(), "rg", "another-pg"));
    Ledger ledger = ledger(withEndpoint());
    Outcome outcome = run(withEndpoint(), ledger);
    assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(stage.asked).doesNotContain("endpoint orders-pe");
    assertThat(ledger.entry().made().parts()).isEmpty();
  }

  @Test
  void anEndpointThatFailsLeavesTheServerAndSaysSo() {
    stage.fail("endpoint orders-pe", Stage.failure(Kind.INVALID, "InvalidResourceReference"));
    Ledger ledger = ledger(withEndpoint());
    Outcome outcome = run(withEndpoint(), ledger);
    assertThat(((Outcome.Failed) outcome).step()).isEqualTo("private-endpoints");
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(ENDPOINT, Presence.NONE));

    assertThat(run(withEndpoint(), ledger)).as("once more").isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void removingTheServerRemovesItsEndpointsBefore() {
    Ledger ledger = ledger(withEndpoint());
    run(withEndpoint(), ledger);
    new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .remove(ledger, events::add, cancellation);
    assertThat(stage.asked).containsSubsequence("delete endpoint orders-pe", "delete");
    assertThat(ledger.entry().made().parts())
        .containsExactly(new Ledger.Part(ENDPOINT, Presence.REMOVED));
  }

  @Test
  void aNetworkIsMadeWithItsSubnetAndNeverOverOneThatExists() {
    NetworkMaking making = new NetworkMaking(stage, stage.time);
    NetworkMaking.SubnetOrder order = new NetworkMaking.SubnetOrder(SUBNET, "10.0.0.0/24", true);
    VirtualNetwork made = making.network("eastus", "10.0.0.0/16", order, cancellation);
    assertThat(made.id()).isEqualTo(NETWORK);
    assertThat(made.subnets())
        .containsExactly(
            new VirtualNetwork.Subnet(
                SUBNET, "10.0.0.0/24", List.of(ResourceId.SERVER), List.of()));

    assertThatThrownBy(() -> making.network("eastus", "10.0.0.0/16", order, cancellation))
        .isInstanceOfSatisfying(
            CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.NAME_TAKEN));
    assertThatThrownBy(() -> making.subnet(order, cancellation))
        .isInstanceOfSatisfying(
            CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.NAME_TAKEN));
    assertThat(stage.count("network vnet-orders")).isEqualTo(1);
    assertThat(stage.count("subnet vnet-orders/pg")).isEqualTo(1);
  }
}
