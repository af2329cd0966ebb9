package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeId;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A volume whose data keys an AES key of a managed HSM wraps (oct-HSM, A256KW), by the calls that
 * any program could make. Servers take RSA keys only (rule CMK-13), so none does this.
 */
class HsmVolumeTest {

  private static final String HSM = "https://hsm-orders-eastus.managedhsm.azure.net";
  private static final String API = "?api-version=7.4";
  private static final VolumeId ID = new VolumeId("/subscriptions/1/servers/orders", "data");
  private static final VolumeOptions OPTIONS =
      VolumeOptions.of(new SecureRandom()).withPagesPerSegment(2);

  @TempDir private Path folder;
  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));

  /** A program's way to the key: HTTPS through the gateway. */
  private record Remote(HttpClient client, String token, String key) implements KeyEncryptionKey {

    JsonNode post(String uri, String body) throws KeyUnavailable {
      return send("POST", uri, body);
    }

    JsonNode send(String method, String uri, String body) throws KeyUnavailable {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(uri + API))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode content = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200) {
          throw new KeyUnavailable(
              content.at("/error/code").asText(), content.at("/error/message").asText());
        }
        return content;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String body(String algorithm, byte[] bytes) {
      return "{\"alg\": \"%s\", \"value\": \"%s\"}"
          .formatted(algorithm, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
      JsonNode answer = post(key + "/wrapkey", body("A256KW", dataKey));
      return new WrappedKey(answer.path("kid").asText(), "A256KW", value(answer));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
      return value(
          post(wrapped.keyVersion() + "/unwrapkey", body(wrapped.algorithm(), wrapped.bytes())));
    }

    private static byte[] value(JsonNode answer) {
      return Base64.getUrlDecoder().decode(answer.path("value").asText());
    }
  }

  private static String token(HttpClient client, PracticeCloud cloud) throws Exception {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                PracticeCloud.CLIENT,
                cloud.clientSecret(),
                "https://managedhsm.azure.net/.default");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "https://login.microsoftonline.com/"
                        + PracticeCloud.TENANT
                        + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).path("access_token").asText();
  }

  private static List<byte[]> pages() {
    byte[] page = new byte[Volume.PAGE];
    page[17] = 4;
    return List.of(page, new byte[Volume.PAGE], page);
  }

  @Test
  void aVolumeIsWrappedUnwrappedAndRotatedByAnAesKeyOfTheHsm() throws Exception {
    Path file = folder.resolve("data.vol");
    try (PracticeCloud cloud =
            PracticeCloud.open(folder.resolve("cloud"), time, new SecureRandom());
        Opened gateway = Opened.over(cloud, time, folder, Speed.STANDING);
        HttpClient client = gateway.client().build()) {
      Remote key = new Remote(client, token(client, cloud), HSM + "/keys/volumes");
      String order = "{\"kty\": \"oct-HSM\", \"key_size\": 256}";
      String first = key.post(HSM + "/keys/volumes/create", order).at("/key/kid").asText();
      try (Volume volume = Volume.create(file, ID, key, OPTIONS)) {
        volume.write(0, pages());
      }
      assertThat(Volume.keys(file))
          .hasSize(3)
          .allSatisfy(stored -> assertThat(stored.wrapped().algorithm()).isEqualTo("A256KW"))
          .allSatisfy(stored -> assertThat(stored.wrapped().bytes()).hasSize(40))
          .allSatisfy(stored -> assertThat(stored.wrapped().keyVersion()).isEqualTo(first));

      String second = key.post(HSM + "/keys/volumes/create", order).at("/key/kid").asText();
      assertThat(second).isNotEqualTo(first);
      assertThat(Volume.rotate(file, ID, key, key, new SecureRandom()).keysRewrapped())
          .isEqualTo(3);
      assertThat(Volume.keys(file))
          .extracting(StoredKey::wrapped)
          .extracting(WrappedKey::keyVersion)
          .containsOnly(second);
      key.send("PATCH", first, "{\"attributes\": {\"enabled\": false}}");
      try (Volume volume = Volume.open(file, ID, key, OPTIONS)) {
        assertThat(volume.read(2)).isEqualTo(pages().get(2));
      }
      key.send("PATCH", second, "{\"attributes\": {\"enabled\": false}}");
      assertThatThrownBy(() -> Volume.open(file, ID, key, OPTIONS))
          .isInstanceOf(KeyUnavailable.class);
    }
  }
}
