package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AzureListingsTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final String V1 = "00000000000000000000000000000001";
  private static final String V2 = "00000000000000000000000000000002";

  private final Wire wire = new Wire();

  private static String vault(String name, String properties) {
    return """
    {"id":"/subscriptions/%s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/%s","name":"%s",
     "type":"Microsoft.KeyVault/vaults","location":"eastus","properties":{
     "tenantId":"facade00-0000-4000-a000-000000000001","sku":{"family":"A","name":"standard"},
     "vaultUri":"https://%s.vault.azure.net/"%s}}\
    """
        .formatted(SUB, name, name, name, properties);
  }

  private static String page(String next, String... items) {
    return "{\"value\":["
        + String.join(",", items)
        + "],\"nextLink\":"
        + (next == null ? "null" : "\"" + next + "\"")
        + "}";
  }

  @Test
  void vaultsComePageByPageWithTheSettingsThatMatter() {
    wire.then(
            200,
            page(
                "https://management.azure.com/next",
                vault(
                    "kv-a",
                    ",\"enableSoftDelete\":true,\"softDeleteRetentionInDays\":30,\"enablePurgeProtection\":true,"
                        + "\"enableRbacAuthorization\":true")))
        .then(
            200,
            page(
                null,
                vault(
                    "kv-b",
                    ",\"enableSoftDelete\":false,\"accessPolicies\":[{\"tenantId\":"
                        + "\"facade00-0000-4000-a000-000000000001\",\"objectId\":\"o-1\","
                        + "\"permissions\":{\"keys\":[\"Get\",\"wrapKey\"]}}]")));
    List<List<KeyStore>> pages = new ArrayList<>();
    wire.cloud().keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), pages::add);

    assertThat(pages).hasSize(2);
    KeyStore a = pages.getFirst().getFirst();
    assertThat(a.host()).isEqualTo("kv-a.vault.azure.net");
    assertThat(a.rbac()).isTrue();
    assertThat(a.protection()).isEqualTo(new KeyStore.Protection(true, true, 30));
    assertThat(a.tenantId()).isEqualTo("facade00-0000-4000-a000-000000000001");
    KeyStore b = pages.getLast().getFirst();
    assertThat(b.rbac()).isFalse();
    assertThat(b.protection())
        .as("silence means: no purge protection")
        .isEqualTo(new KeyStore.Protection(false, false, 90));
    assertThat(b.policies())
        .containsExactly(new KeyStore.AccessPolicy("o-1", List.of("get", "wrapkey")));
  }

  @Test
  void aCancelledListingAsksForNoFurtherPage() {
    wire.then(200, page("https://management.azure.com/next", vault("kv-a", "")));
    Cancellation cancellation = new Cancellation();
    List<KeyStore> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                wire.cloud()
                    .keyStores()
                    .list(
                        KeyStore.Kind.KEY_VAULT,
                        SUB,
                        cancellation,
                        page -> {
                          seen.addAll(page);
                          cancellation.cancel();
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).hasSize(1);
    assertThat(wire.asked).hasSize(1);
  }

  @Test
  void aListingCancelledBeforehandAsksForNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> wire.cloud().identities().list(SUB, cancellation, page -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(wire.asked).isEmpty();
  }

  @Test
  void identitiesTellThePrincipalThatRightsAreGrantedTo() {
    String id =
        "/subscriptions/"
            + SUB
            + "/resourcegroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-1";
    wire.then(
        200,
        page(
            null,
            "{\"id\":\""
                + id
                + "\",\"location\":\"eastus\",\"properties\":{\"principalId\":"
                + "\"facade00-0000-4000-a000-000000000011\",\"clientId\":\"facade00-0000-4000-a000-000000000012\"}}"));
    List<ManagedIdentity> found = new ArrayList<>();
    wire.cloud().identities().list(SUB, new Cancellation(), found::addAll);
    assertThat(found)
        .containsExactly(
            new ManagedIdentity(
                new ResourceId(SUB, "rg", ResourceId.IDENTITY, "id-1"),
                "eastus",
                "facade00-0000-4000-a000-000000000011",
                "facade00-0000-4000-a000-000000000012"));
  }

  @Test
  void regionsAreThePhysicalOnesWithTheirPairs() {
    wire.then(
        200,
        page(
            null,
            "{\"name\":\"westus\",\"displayName\":\"West"
                + " US\",\"metadata\":{\"regionType\":\"Physical\","
                + "\"pairedRegion\":[{\"name\":\"eastus\"}]}}",
            "{\"name\":\"global\",\"displayName\":\"Global\",\"metadata\":{\"regionType\":\"Logical\"}}",
            "{\"name\":\"qatarcentral\",\"displayName\":\"Qatar"
                + " Central\",\"metadata\":{\"regionType\":\"Physical\"}}"));
    assertThat(wire.cloud().directory().regions(SUB))
        .containsExactly(
            new Region("qatarcentral", "Qatar Central", Optional.empty()),
            new Region("westus", "West US", Optional.of("eastus")));
  }

  @Test
  void versionsComeNewestFirst() {
    wire.then(
        200,
        page(
            null,
            "{\"kid\":\"https://kvx.vault.azure.net/keys/kek/"
                + V1
                + "\",\"attributes\":{\"enabled\":false,\"created\":1700000000}}",
            "{\"kid\":\"https://kvx.vault.azure.net/keys/kek/"
                + V2
                + "\",\"attributes\":{\"enabled\":true,\"created\":1800000000,\"exp\":1900000000}}"));
    List<Key> versions = wire.cloud().keyStores().versions(store("kvx"), "kek");

    assertThat(versions).extracting(k -> k.id().version().orElseThrow()).containsExactly(V2, V1);
    assertThat(versions.getFirst().life())
        .isEqualTo(
            new Key.Life(
                true,
                Instant.ofEpochSecond(1_800_000_000),
                Optional.empty(),
                Optional.of(Instant.ofEpochSecond(1_900_000_000))));
  }

  @Test
  void aKeyTellsTypeSizeAndOperations() {
    String n = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(modulus(384));
    wire.then(
        200,
        "{\"key\":{\"kid\":\"https://kvx.vault.azure.net/keys/kek/"
            + V1
            + "\",\"kty\":\"RSA-HSM\",\"key_ops\":"
            + "[\"wrapKey\",\"unwrapKey\"],\"n\":\""
            + n
            + "\",\"e\":\"AQAB\"},\"attributes\":{\"enabled\":true,\"created\":1}}");
    Key key =
        wire.cloud().keyStores().get(KeyIdentifier.of("https://kvx.vault.azure.net/keys/kek"));
    assertThat(key.type()).isEqualTo("RSA-HSM");
    assertThat(key.bits()).isEqualTo(3072);
    assertThat(key.operations()).containsExactly("wrapKey", "unwrapKey");
    assertThat(key.id().version()).contains(V1);
  }

  @Test
  void rightsUnderRbacAreTheDataActionsOfTheRolesAssigned() {
    String role =
        "/subscriptions/" + SUB + "/providers/Microsoft.Authorization/roleDefinitions/e147488a";
    wire.then(
            200,
            page(
                null,
                "{\"id\":\"a1\",\"properties\":{\"roleDefinitionId\":\""
                    + role
                    + "\",\"principalId\":\"p-1\"}}",
                "{\"id\":\"a2\",\"properties\":{\"roleDefinitionId\":\""
                    + role
                    + "\",\"principalId\":\"p-1\"}}"))
        .then(
            200,
            "{\"id\":\""
                + role
                + "\",\"properties\":{\"permissions\":[{\"dataActions\":"
                + "[\"Microsoft.KeyVault/vaults/keys/read\",\"Microsoft.KeyVault/vaults/keys/wrap/action\"]}]}}");
    var rights = wire.cloud().keyStores().rights(store("kvx"), identity("p-1"));

    assertThat(rights.granted()).containsExactlyInAnyOrder("get", "wrapKey");
    assertThat(wire.asked.getFirst().url())
        .contains("/vaults/kvx/providers/Microsoft.Authorization/roleAssignments")
        .contains("atScope")
        .contains("assignedTo");
    assertThat(wire.asked).as("each role is looked up once").hasSize(2);
  }

  @Test
  void rightsInAManagedHsmAreNotGuessed() {
    KeyStore hsm =
        new KeyStore(
            new ResourceId(SUB, "rg", ResourceId.MANAGED_HSM, "hsm"),
            KeyStore.Kind.MANAGED_HSM,
            "eastus",
            "hsm.managedhsm.azure.net",
            "t",
            new KeyStore.Protection(true, true, 90),
            true,
            List.of(),
            false,
            KeyStore.Network.ALL);
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class, () -> wire.cloud().keyStores().rights(hsm, identity("p-1")));
    assertThat(failure.code()).isEqualTo("ManagedHsmLocalRoles");
  }

  private static byte[] modulus(int bytes) {
    byte[] n = new byte[bytes];
    n[0] = (byte) 0x80;
    n[bytes - 1] = 1;
    return n;
  }

  private static ManagedIdentity identity(String principal) {
    return new ManagedIdentity(
        new ResourceId(SUB, "rg", ResourceId.IDENTITY, "id-1"), "eastus", principal, "client");
  }

  private static KeyStore store(String name) {
    return new KeyStore(
        new ResourceId(SUB, "rg", ResourceId.VAULT, name),
        KeyStore.Kind.KEY_VAULT,
        "eastus",
        name + ".vault.azure.net",
        "t",
        new KeyStore.Protection(true, true, 90),
        true,
        List.of(),
        false,
        KeyStore.Network.ALL);
  }
}
