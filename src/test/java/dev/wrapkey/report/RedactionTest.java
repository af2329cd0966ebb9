package dev.wrapkey.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String CANARY = "Canary7h3-S3cr3t";

  /** Each of them with the canary in the place of the secret. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer %s",
        "authorization=Basic %s",
        "{\"Authorization\":\"Bearer %s\"}",
        "sent bearer %s to the service",
        "password=%s",
        "password = %s",
        "Password: %s and a sentence after it",
        "Password: two words %s",
        "administratorLoginPassword: %s",
        "{\"administratorLoginPassword\": \"%s\"}",
        "{\"administratorLoginPassword\" : \"with \\\"quotes\\\" %s\"}",
        "{\"body\":\"{\\\"client_secret\\\":\\\"%s\\\"}\"}",
        "{'passphrase': '%s'}",
        "client_secret=%s&grant_type=client_credentials",
        "grant_type=client_credentials&client_secret=%s",
        "clientSecret=%s",
        "AZURE_CLIENT_SECRET=%s",
        "WRAPKEY_ADMIN_PASSWORD=%s wrapkey create",
        "{\"access_token\":\"%s\",\"expires_in\":3600}",
        "refresh_token=%s",
        "id_token: %s",
        "PRACTICE_TOKEN=%s",
        "client_assertion=%s",
        "postgresql://pgadmin:%s@orders-pg.postgres.database.azure.com:5432/orders",
        "jdbc:postgresql://host/db?user=pgadmin&password=%s",
        "Server=orders-pg;User Id=pgadmin;Password=%s;Ssl Mode=Require",
        "host=orders-pg password='%s' sslmode=require",
        "AccountKey=%s;EndpointSuffix=core.windows.net",
        "SharedAccessKey=%s",
        "SharedAccessSignature sr=x&sig=%s",
        "https://store.blob.core.windows.net/c/b?sv=2024&sig=%s&se=2026",
        "https://login.example/?code=%s&state=1",
        "wrapkey create --admin-password %s",
        "az ad sp create --password=%s",
        "{\"kty\":\"RSA\",\"n\":\"public\",\"d\":\"%s\"}",
        "{\"kty\":\"RSA\",\"p\" : \"%s\"}",
        "{\"q\":\"%s\",\"dp\":\"x\"}",
        "{\\\"dq\\\":\\\"%s\\\"}",
        "{\"qi\":\"%s\"}",
        "{\"kty\":\"oct\",\"k\":\"%s\"}",
        "{\"key_hsm\":\"%s\"}",
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n%s\nand then the log is cut off",
        "before -----BEGIN ENCRYPTED PRIVATE KEY-----\r\n%s\r\n-----END ENCRYPTED PRIVATE KEY-----",
        "api_key=%s",
        "subscription-key: %s"
      })
  void whatOpensSomethingIsTakenOut(String line) {
    String text = "first line\n" + line.formatted(CANARY) + "\nlast line";
    assertThat(Redaction.of(text)).startsWith("first line\n").doesNotContain(CANARY);
    assertThat(Redaction.of(Redaction.of(text))).isEqualTo(Redaction.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /subscriptions/facade00-0000-4000-a000-0000000000a1/resourceGroups/rg-orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders-pg"
            + " answered 404",
        "https://kv-orders-eastus.vault.azure.net/keys/orders-kek/0123456789abcdef0123456789abcdef",
        "dev.wrapkey.ui.create.networking.NetworkingViewModel.lambda$check$3(NetworkingViewModel.java:12)",
        "The password is in no plan: enter it again",
        "correlation 4f0c7f3e-8b1d-4c55-9d4e-1f2a3b4c5d6e",
        "Basic encryption of two servers",
        "java.nio.file.NoSuchFileException: /home/ada/plans/orders.wrapkey.json",
        "2026-11-22T18:40:11.123Z WARNING dev.wrapkey.app.Settings: settings cannot be kept",
        "window=100,50,1280,800,false\nappearance=dark\nlanguage=de",
        "{\"kty\":\"RSA\",\"n\":\"public-modulus\",\"e\":\"AQAB\"}"
      })
  void whatHelpsToUnderstandStays(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  /** Whatever characters a password has, and wherever its halves would be torn. */
  @Test
  void noPartOfAPasswordStays() {
    for (String odd :
        List.of(" ", ";", ",", "&", "=", "[", "]", "{", "<", "'", "\"", "\\", "ü", "%")) {
      String password = "Cana" + odd + "ry7h3" + odd + "S3cr3t";
      String leading = odd.isBlank() ? password : odd + password;
      String json = leading.replace("\\", "\\\\").replace("\"", "\\\"");
      for (String text :
          List.of(
              "password=" + leading,
              "Password: " + leading,
              "WRAPKEY_ADMIN_PASSWORD=\"" + leading + "\"",
              "Server=x;Password=" + leading,
              "--admin-password " + leading,
              "{\"administratorLoginPassword\": \"" + json + "\", \"version\": \"17\"}",
              "{\"password\":\"" + json + "\"}")) {
        assertThat(Redaction.of(text)).as(text).doesNotContain("ry7h3", "S3cr3t", "Cana");
      }
    }
    assertThat(Redaction.of("{\"password\": \"a\", \"version\": \"17\"}"))
        .isEqualTo("{\"password\": \"[removed]\", \"version\": \"17\"}");
    assertThat(Redaction.of("<adminPassword kind=\"x\">Canary</adminPassword>"))
        .doesNotContain("Canary");
  }

  @Test
  void aTokenIsKnownByItsShape() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwYXQifQ.c2lnbmF0dXJl-_x";
    assertThat(Redaction.of("sent " + token + " there")).isEqualTo("sent [removed] there");
  }

  @Test
  void keyMaterialIsKnownByItsLength() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    String number =
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.getPrimeP().toByteArray());
    assertThat(Redaction.of("what is " + number + " then")).isEqualTo("what is [removed] then");
    String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    String cut = pem.substring(pem.indexOf('\n') + 1) + "\n-----END PRIVATE KEY-----\nafter";
    assertThat(Redaction.of(cut)).isEqualTo("[removed]\nafter");
  }
}
