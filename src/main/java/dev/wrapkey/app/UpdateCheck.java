package dev.wrapkey.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.ui.about.Build;
import dev.wrapkey.ui.settings.Updates;
import dev.wrapkey.ui.settings.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks one address for the newest version: a small JSON such as {@code {"version": "1.2.0", "page":
 * "https://…"}}. It must be an HTTPS address, or one of this very computer.
 *
 * @param configured where to ask; empty for nowhere
 * @param present the version that runs
 */
record UpdateCheck(String configured, String present) implements Updates {

  /** The property that names the address. */
  static final String PROPERTY = "wrapkey.updates";

  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** As this program was started. */
  static UpdateCheck ofThisProgram() {
    return new UpdateCheck(System.getProperty(PROPERTY, ""), Build.number());
  }

  @Override
  public Optional<URI> address() {
    return uri(configured).filter(UpdateCheck::isSafe);
  }

  @Override
  public Answer ask() {
    Optional<URI> address = address();
    if (address.isEmpty()) {
      return new Unknown("there is no address to ask");
    }
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(address.get())
                  .timeout(PATIENCE)
                  .header("Accept", "application/json")
                  .header("User-Agent", "Wrapkey/" + present)
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      return read(answer);
    } catch (JsonProcessingException nonsense) {
      return new Unknown("the answer is not JSON");
    } catch (IOException unreachable) {
      return new Unknown(unreachable.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Unknown("stopped");
    }
  }

  private Answer read(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        return new Unknown("HTTP " + answer.statusCode());
      }
      JsonNode told = new ObjectMapper().readTree(body.readNBytes(MOST_BYTES));
      String version = told.path("version").asText("");
      if (!Versions.isVersion(version)) {
        return new Unknown("the answer names no version");
      }
      return Versions.isNewer(version, present)
          ? new Newer(version, uri(told.path("page").asText("")).filter(UpdateCheck::isSafe))
          : new Newest(present);
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  private static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || "http".equals(address.getScheme()) && isHere(address.getHost());
  }

  // A name would have to be looked up, and whoever answers that could be anybody.
  private static boolean isHere(String host) {
    try {
      return host.matches("[\\d.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nobody) {
      return false;
    }
  }
}
