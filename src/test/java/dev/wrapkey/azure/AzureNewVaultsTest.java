package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.KeyStore.Network;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.VaultOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire for a new vault, and the wait for its name. */
class AzureNewVaultsTest {

  private static final ResourceId ID =
      new ResourceId(
          "facade00-0000-4000-a000-0000000000a1", "rg-security", ResourceId.VAULT, "kv-wire");

  private final Wire wire = new Wire();

  private static String vault(String state) {
    return """
    {"id": "%s", "name": "kv-wire", "location": "eastus",
     "properties": {"tenantId": "facade00-0000-4000-a000-000000000001",
       "sku": {"family": "A", "name": "standard"}, "vaultUri": "https://kv-wire.vault.azure.net/",
       "enableSoftDelete": true, "enablePurgeProtection": true, "enableRbacAuthorization": true,
       "provisioningState": "%s"}}
    """
        .formatted(ID, state);
  }

  private RunningOperation start(VaultOrder order) {
    wire.then(200, "{\"nameAvailable\": true}").then(200, vault("RegisteringDns"));
    return wire.cloud().newVaults().create(order);
  }

  private String sent() {
    return wire.asked.get(1).body().replace(" ", "");
  }

  @Test
  void aVaultIsThereOnceItsNameIsRegistered() {
    RunningOperation operation = start(VaultOrder.recommended(ID, "eastus"));
    wire.then(200, vault("RegisteringDns")).then(200, vault("Succeeded"));
    assertThat(operation.poll()).isFalse();
    assertThat(operation.poll()).isTrue();
    assertThat(wire.asked.get(0).url()).contains("/checkNameAvailability");
    assertThat(wire.asked.get(1).method()).isEqualTo("PUT");
    assertThat(wire.asked.get(2).url()).contains(ID.toString());
  }

  @Test
  void CMK_5_CMK_6_CMK_7_CMK_12_theRecommendedSettingsAreSaidInSoManyWords() {
    start(VaultOrder.recommended(ID, "eastus"));
    assertThat(sent())
        .contains("\"enableSoftDelete\":true")
        .contains("\"softDeleteRetentionInDays\":90")
        .contains("\"enablePurgeProtection\":true")
        .contains("\"enableRbacAuthorization\":true")
        .contains("\"accessPolicies\":[]")
        .contains("\"defaultAction\":\"Allow\"")
        .contains("\"bypass\":\"AzureServices\"");
  }

  @Test
  void purgeProtectionIsLeftOutWhereItIsNotWantedBecauseAzureRefusesAPlainNo() {
    start(
        new VaultOrder(
            ID, "eastus", true, 7, false, true, Network.SELECTED, List.of("203.0.113.7")));
    assertThat(sent())
        .doesNotContain("enablePurgeProtection")
        .contains("\"name\":\"premium\"")
        .contains("\"defaultAction\":\"Deny\"")
        .contains("\"bypass\":\"None\"")
        .contains("\"value\":\"203.0.113.7\"");
  }
}
