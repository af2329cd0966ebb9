package dev.wrapkey.ui.create.networking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import dev.wrapkey.ui.view.Texts;
import org.junit.jupiter.api.Test;

class NetworkingEndpointsTest extends NetworkingForm {

  @Test
  void NET_14_thePaneNamesTheZoneOfPrivateEndpointsAndThatKeysWorkWithThem() {
    assertThat(Texts.text("networking.endpoint.zone"))
        .contains("privatelink.postgres.database.azure.com");
    assertThat(Texts.text("networking.endpoint.text")).contains("customer-managed keys");
  }

  @Test
  void aPrivateEndpointIsAddedInItsNetworksRegionAndRemoved() {
    networking.enter();
    EndpointViewModel form = networking.endpoints().form().orElseThrow();
    boolean[] done = new boolean[1];
    form.submit(() -> done[0] = true);
    assertThat(done[0]).as("nothing chosen yet").isFalse();
    assertThat(form.groups().name()).isEqualTo("rg-new");
    VirtualNetwork west = cloud.network("vnet-west");
    form.networkProperty().set(west);
    assertThat(form.refusal(west.subnets().getLast()).orElseThrow()).contains("delegated");
    form.subnetProperty().set(west.subnets().getFirst());
    form.submit(() -> done[0] = true);
    assertThat(done[0]).isTrue();
    assertThat(plan().endpoints())
        .containsExactly(
            new Plan.PrivateEndpoint(
                new ResourceId(
                    SmallNetworks.SUB.id(), "rg-new", ResourceId.PRIVATE_ENDPOINT, "orders-pg-pe"),
                "westus",
                west.subnets().getFirst().id()));
    EndpointViewModel second = networking.endpoints().form().orElseThrow();
    assertThat(second.name().validProperty().get()).as("the name is taken").isFalse();
    networking.endpoints().remove(plan().endpoints().getFirst());
    assertThat(plan().endpoints()).isEmpty();
  }

  @Test
  void anEndpointInTheServersNewGroupFollowsItAndOneOfAnotherSubscriptionGoes() {
    networking.enter();
    EndpointViewModel form = networking.endpoints().form().orElseThrow();
    form.networkProperty().set(cloud.network("vnet-west"));
    form.subnetProperty().set(cloud.network("vnet-west").subnets().getFirst());
    form.submit(() -> {});
    draft.set(draft.plan().withBasics(draft.plan().basics().inGroup("rg-other", true)));
    networking.enter();
    assertThat(plan().endpoints().getFirst().id().resourceGroup()).isEqualTo("rg-other");
    Plan.Basics b = draft.plan().basics();
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    new dev.wrapkey.provisioning.Subscription("sub-2", "Other"),
                    b.group(),
                    true,
                    b.name(),
                    b.region(),
                    b.version(),
                    "",
                    b.authentication())));
    networking.enter();
    assertThat(plan().endpoints()).isEmpty();
  }
}
