package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {

  private static final String NETWORK =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet";

  @Test
  void aPartIsReadAndWrittenWithItsWholeAndKnowsIt() {
    ResourceId subnet = ResourceId.of(NETWORK + "/subnets/pg");
    assertThat(subnet.type()).isEqualTo(ResourceId.SUBNET);
    assertThat(subnet.name()).isEqualTo("vnet/pg");
    assertThat(subnet).hasToString(NETWORK + "/subnets/pg");
    assertThat(subnet.parent()).hasToString(NETWORK);
    assertThat(subnet.parent().parent()).isEqualTo(subnet.parent());
  }

  @Test
  void letterCaseDoesNotCount() {
    assertThat(ResourceId.of(NETWORK.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(ResourceId.of(NETWORK))
        .hasSameHashCodeAs(ResourceId.of(NETWORK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/subscriptions/s/resourceGroups/rg",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks//subnets/x"
      })
  void whatIsNotAResourceIsNotRead(String text) {
    assertThat(ResourceId.parse(text)).isEmpty();
  }
}
