package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.resourcemanager.keyvault.fluent.VaultsClient;
import com.azure.resourcemanager.keyvault.models.Sku;
import com.azure.resourcemanager.keyvault.models.SkuFamily;
import com.azure.resourcemanager.keyvault.models.SkuName;
import com.azure.resourcemanager.keyvault.models.VaultCreateOrUpdateParameters;
import com.azure.resourcemanager.keyvault.models.VaultProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a vault as a resource, and what its rights and firewall mean for its keys. */
class VaultLifeTest extends VaultMaking {

  /** Seen: azure-cli 2.45.0, keyvault create: 200, RegisteringDns, no slash; then both change. */
  @Test
  void aNewVaultRegistersItsNameFirst() {
    Answer made = put("kv-fresh-1", "");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().at("/properties/provisioningState").asText())
        .isEqualTo("RegisteringDns");
    assertThat(made.json().at("/properties/vaultUri").asText())
        .isEqualTo("https://kv-fresh-1.vault.azure.net");
    JsonNode later = practice.get(url("kv-fresh-1") + V).json();
    assertThat(later.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(later.at("/properties/vaultUri").asText())
        .isEqualTo("https://kv-fresh-1.vault.azure.net/");
    assertThat(later.at("/systemData/createdByType").asText()).isEqualTo("Application");
    assertThat(later.at("/properties").has("enablePurgeProtection")).isFalse();
  }

  @Test
  void whatCannotBeUndoneIsRefused() {
    put("kv-firm-1", ", \"enablePurgeProtection\": true, \"softDeleteRetentionInDays\": 30");
    assertThat(put("kv-firm-1", ", \"enablePurgeProtection\": false").status()).isEqualTo(400);
    assertThat(put("kv-firm-1", ", \"enableSoftDelete\": false").status()).isEqualTo(400);
    assertThat(put("kv-firm-1", ", \"softDeleteRetentionInDays\": 31").status()).isEqualTo(400);
    assertThat(put("kv-firm-2", ", \"softDeleteRetentionInDays\": 6").status()).isEqualTo(400);
    assertThat(put("kv-firm-2", ", \"softDeleteRetentionInDays\": 91").status()).isEqualTo(400);
    JsonNode kept = put("kv-firm-1", "").json();
    assertThat(kept.at("/properties/enablePurgeProtection").asBoolean()).isTrue();
    assertThat(kept.at("/properties/softDeleteRetentionInDays").asInt()).isEqualTo(30);
  }

  @Test
  void aPatchChangesWhatItNames() {
    put("kv-patch-1", ", \"enabledForDeployment\": true");
    Answer after =
        practice.send(
            "PATCH",
            url("kv-patch-1") + V,
            "{\"tags\": {\"a\": \"b\"}, \"properties\": {\"publicNetworkAccess\": \"Disabled\"}}");
    assertThat(after.json().at("/properties/enabledForDeployment").asBoolean()).isTrue();
    assertThat(after.json().at("/properties/accessPolicies/0/permissions/keys/0").asText())
        .isEqualTo("all");
    assertThat(after.json().at("/tags/a").asText()).isEqualTo("b");
    assertThat(list("kv-patch-1").json().at("/error/innererror/code").asText())
        .isEqualTo("ForbiddenByConnection");
  }

  /** Seen: azure-cli 2.45.0 test_keyvault_softdelete, test_keyvault_mgmt (2022). */
  @Test
  void aDeletedVaultIsRecoveredOrPurged() {
    put("kv-mortal-1", ", \"softDeleteRetentionInDays\": 7");
    String host = "https://kv-mortal-1.vault.azure.net";
    practice.send("POST", host + "/keys/k/create" + KEYS, "{\"kty\": \"RSA\"}");
    assertThat(practice.send("DELETE", url("kv-mortal-1") + V, "").status()).isEqualTo(200);
    assertThat(practice.send("DELETE", url("kv-mortal-1") + V, "").status()).isEqualTo(204);
    assertThat(list("kv-mortal-1").status()).isEqualTo(404);
    String deleted = PROVIDER + "/locations/eastus/deletedVaults/kv-mortal-1";
    JsonNode shown = practice.get(deleted + V).json();
    assertThat(shown.path("type").asText()).isEqualTo("Microsoft.KeyVault/deletedVaults");
    assertThat(shown.at("/properties/scheduledPurgeDate").asText())
        .isEqualTo(
            practice
                .time
                .now()
                .plus(Duration.ofDays(7))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString());
    assertThat(put("kv-mortal-1", "").status()).isEqualTo(409);
    assertThat(put("kv-mortal-1", ", \"createMode\": \"recover\"").status()).isEqualTo(200);
    assertThat(list("kv-mortal-1").json().path("value")).hasSize(1);

    practice.send("DELETE", url("kv-mortal-1") + V, "");
    Answer purge = practice.send("POST", deleted + "/purge" + V, "");
    assertThat(purge.status()).isEqualTo(202);
    JsonNode end = practice.get(purge.header("Location")).json();
    assertThat(end.path("status").asText()).isEqualTo("Succeeded");
    assertThat(practice.get(deleted + V).code()).isEqualTo("DeletedVaultNotFound");
    put("kv-mortal-1", "");
    assertThat(list("kv-mortal-1").json().path("value")).isEmpty();
  }

  @Test
  void aProtectedVaultIsNotPurgedBeforeItsTime() {
    put("kv-guarded-1", ", \"enablePurgeProtection\": true, \"softDeleteRetentionInDays\": 10");
    practice.send("DELETE", url("kv-guarded-1") + V, "");
    String deleted = PROVIDER + "/locations/eastus/deletedVaults/kv-guarded-1";
    assertThat(practice.send("POST", deleted + "/purge" + V, "").status()).isEqualTo(405);
    practice.time.jump(Duration.ofDays(10));
    assertThat(practice.get(deleted + V).status()).isEqualTo(404);
    assertThat(put("kv-guarded-1", "").status()).isEqualTo(200);
  }

  @Test
  void aNameIsFreeUntilSomeoneHasIt() {
    String check = PROVIDER + "/checkNameAvailability" + V;
    String name = "{\"name\": \"kv-free-1\", \"type\": \"Microsoft.KeyVault/vaults\"}";
    assertThat(practice.send("POST", check, name).json().path("nameAvailable").asBoolean())
        .isTrue();
    put("kv-free-1", "");
    assertThat(practice.send("POST", check, name).json().path("reason").asText())
        .isEqualTo("AlreadyExists");
    practice.send("DELETE", url("kv-free-1") + V, "");
    assertThat(practice.send("POST", check, name).json().path("nameAvailable").asBoolean())
        .isFalse();
    assertThat(practice.send("POST", check, "{\"name\": \"1\"}").json().path("reason").asText())
        .isEqualTo("AccountNameInvalid");
  }

  @Test
  void theSdkMakesDeletesAndPurgesAVault() {
    KeyVaultManager manager =
        KeyVaultManager.configure()
            .withHttpClient(practice.cloud.httpClient())
            .authenticate(practice.credential(), Practice.profile(Practice.PRODUCTION));
    VaultsClient vaults = manager.serviceClient().getVaults();
    VaultProperties properties =
        new VaultProperties()
            .withTenantId(UUID.fromString(PracticeCloud.TENANT))
            .withSku(new Sku().withFamily(SkuFamily.A).withName(SkuName.PREMIUM))
            .withAccessPolicies(List.of());
    vaults.beginCreateOrUpdate(
        "rg-security",
        "kv-sdk-1",
        new VaultCreateOrUpdateParameters().withLocation("eastus").withProperties(properties));
    assertThat(vaults.getByResourceGroup("rg-security", "kv-sdk-1").properties().sku().name())
        .isEqualTo(SkuName.PREMIUM);
    vaults.delete("rg-security", "kv-sdk-1");
    assertThat(vaults.listDeleted().stream().map(d -> d.name())).contains("kv-sdk-1");
    assertThat(vaults.getDeleted("kv-sdk-1", "eastus").properties().vaultId())
        .endsWith("/vaults/kv-sdk-1");
    vaults.beginPurgeDeleted("kv-sdk-1", "eastus");
    assertThat(vaults.listDeleted().stream().map(d -> d.name())).doesNotContain("kv-sdk-1");
  }

  /** Seen: ASO 2024, PUT vaults/keys (2023-07-01). */
  @Test
  void aKeyIsAResourceOfTheControlPlaneToo() {
    put("kv-arm-1", "");
    String key = url("kv-arm-1") + "/keys/testkey?api-version=2023-07-01";
    String body =
        "{\"properties\": {\"attributes\": {\"enabled\": true}, \"keySize\": 2048, \"kty\":"
            + " \"RSA\"}}";
    JsonNode made = practice.send("PUT", key, body).json();
    assertThat(made.at("/properties/keyUriWithVersion").asText())
        .matches("https://kv-arm-1.vault.azure.net/keys/testkey/[0-9a-f]{32}");
    assertThat(practice.send("PUT", key, body).json()).isEqualTo(made);
    assertThat(practice.get(key).json()).isEqualTo(made);
  }
}
