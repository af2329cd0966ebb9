package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire where the SDK alone would not do. */
class FederationTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg", "pg");
  private static final String CLIENT = "facade00-0000-4000-a000-0000000000e9";

  private final Wire wire = new Wire();

  private static String encrypted(String more) {
    return "{\"properties\":{\"dataEncryption\":{\"type\":\"AzureKeyVault\"" + more + "}}}";
  }

  @Test
  void XT_5_aFederatedClientIsReadWithTheVersionThatKnowsIt() {
    wire.then(200, encrypted(",\"primaryFederatedIdentityClientId\":\"" + CLIENT + "\""));
    assertThat(wire.cloud().servers().federatedClient(SERVER)).contains(CLIENT);
    assertThat(wire.asked.getFirst().url()).endsWith(SERVER + "?api-version=2026-04-01-preview");
  }

  @Test
  void aFederatedClientOfTheSecondKeyCountsToo() {
    wire.then(200, encrypted(",\"geoBackupFederatedIdentityClientId\":\"" + CLIENT + "\""));
    assertThat(wire.cloud().servers().federatedClient(SERVER)).contains(CLIENT);
  }

  @Test
  void aServerOfOneTenantHasNone() {
    wire.then(200, encrypted(""));
    assertThat(wire.cloud().servers().federatedClient(SERVER)).isEmpty();
  }

  @Test
  void aCloudThatDoesNotKnowTheVersionHasNone() {
    wire.then(
        400,
        "{\"error\":{\"code\":\"NoRegisteredProviderFound\",\"message\":\"No registered resource"
            + " provider found for location 'eastus' and API version '2026-04-01-preview'\"}}");
    assertThat(wire.cloud().servers().federatedClient(SERVER)).isEmpty();
  }

  @Test
  void anyOtherFailureIsNoAnswer() {
    wire.then(403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class, () -> wire.cloud().servers().federatedClient(SERVER));
    assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.FORBIDDEN);
  }

  @Test
  void BLD_12_CMK_26_bothPairsGoInOneRequest() throws Exception {
    wire.then(200, "{\"identity\":{\"type\":\"UserAssigned\"}}").then(accepted());
    ResourceId first = new ResourceId(SUB, "rg", ResourceId.IDENTITY, "id-1");
    ResourceId second = new ResourceId(SUB, "rg", ResourceId.IDENTITY, "id-2");
    KeyIdentifier key = KeyIdentifier.of("https://kv-first.vault.azure.net/keys/kek");
    KeyIdentifier geo = KeyIdentifier.of("https://kv-second.vault.azure.net/keys/kek");
    wire.cloud()
        .servers()
        .changeKey(
            SERVER,
            DataEncryption.customerManaged(key, first)
                .withGeo(Optional.of(new GeoEncryption(geo, second, Optional.of("Valid")))));
    ObjectMapper json = new ObjectMapper();
    assertThat(wire.asked.getLast().method()).isEqualTo("PATCH");
    assertThat(json.readTree(wire.asked.getLast().body()))
        .isEqualTo(
            json.readTree(
                """
                {"identity":{"type":"UserAssigned","userAssignedIdentities":{"%1$s":{},"%2$s":{}}},
                 "properties":{"dataEncryption":{"type":"AzureKeyVault",
                   "primaryKeyURI":"%3$s","primaryUserAssignedIdentityId":"%1$s",
                   "geoBackupKeyURI":"%4$s","geoBackupUserAssignedIdentityId":"%2$s"}}}
                """
                    .formatted(first, second, key, geo)));
  }

  private static Wire.Answer accepted() {
    return Wire.answer(202, "")
        .with("Azure-AsyncOperation", "https://management.azure.com/op/1?api-version=1");
  }

  @ParameterizedTest
  @CsvSource({
    "SystemAssigned, 'SystemAssigned,UserAssigned'",
    "'SystemAssigned,UserAssigned', 'SystemAssigned,UserAssigned'",
    "UserAssigned, UserAssigned",
    "None, UserAssigned"
  })
  void BLD_11_aSystemAssignedIdentityStays(String before, String sent) throws Exception {
    wire.then(200, "{\"identity\":{\"type\":\"" + before + "\"}}").then(accepted());
    wire.cloud()
        .servers()
        .changeKey(
            SERVER,
            DataEncryption.customerManaged(
                KeyIdentifier.of("https://kv-first.vault.azure.net/keys/kek"),
                new ResourceId(SUB, "rg", ResourceId.IDENTITY, "id-1")));
    assertThat(
            new ObjectMapper().readTree(wire.asked.getLast().body()).at("/identity/type").asText())
        .isEqualTo(sent);
  }
}
