package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in: an answer that is no fault of ours, with nothing of the inside in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

  private static final String ARM = "management.azure.com";
  private static final int CLIENTS = 4;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-01T12:00:00Z"), 1);
  private PracticeCloud cloud;
  private Opened gateway;
  private String token;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    cloud = Landscapes.open(folder.resolve("cloud"), time);
    gateway = Opened.over(cloud, time, folder, Speed.INSTANT);
    token = token();
  }

  @AfterAll
  void close() {
    gateway.close();
    cloud.close();
  }

  private String token() throws Exception {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=https://management.azure.com/.default"
            .formatted(PracticeCloud.CLIENT, cloud.clientSecret());
    try (HttpClient client = gateway.client().build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "https://login.microsoftonline.com/"
                              + PracticeCloud.TENANT
                              + "/oauth2/v2.0/token"))
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }
  }

  private RawConnection tunnel(String host) throws IOException {
    return RawConnection.tunnel(gateway.address(), gateway.trust(), host);
  }

  private RawConnection.Answer ask(String request) throws IOException {
    try (RawConnection connection = tunnel(ARM)) {
      return connection.ask(
          request.replace("HOST", "Host: " + ARM + "\r\nAuthorization: Bearer " + token));
    }
  }

  @Test
  void aThousandFuzzedRequestsAreAllAnswered() throws Exception {
    areAnswered(1000, 815);
  }

  @Tag("long")
  @Test
  void tenThousandFuzzedRequestsAreAllAnswered() throws Exception {
    areAnswered(10_000, 4711);
  }

  private void areAnswered(int number, long firstSeed) throws Exception {
    Map<Integer, Integer> seen = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<List<RawConnection.Answer>>> work = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        long seed = firstSeed + i;
        work.add(() -> fuzz(seed, number / CLIENTS, faults));
      }
      for (var done : clients.invokeAll(work)) {
        done.get().forEach(answer -> seen.merge(answer.status(), 1, Integer::sum));
      }
    }
    assertThat(faults).isEmpty();
    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(number);
    assertThat(seen.keySet()).allMatch(status -> status >= 200 && status < 500);
    assertThat(seen).containsKeys(200, 400, 401, 404); // it got beyond the door
  }

  private List<RawConnection.Answer> fuzz(long seed, int number, List<String> faults)
      throws IOException {
    Nonsense nonsense = new Nonsense(new Random(seed), token);
    List<RawConnection.Answer> answers = new ArrayList<>();
    Map<String, RawConnection> open = new TreeMap<>();
    for (int i = 0; i < number; i++) {
      String host = nonsense.host();
      byte[] request = nonsense.request(host);
      RawConnection connection = open.containsKey(host) ? open.get(host) : tunnel(host);
      open.put(host, connection);
      RawConnection.Answer answer = connection.ask(request);
      answers.add(answer);
      boolean fault =
          answer.status() == 0 || answer.status() >= 500 || tellsOfTheInside(answer.body());
      if (fault) {
        synchronized (faults) {
          faults.add(new String(request, java.nio.charset.StandardCharsets.UTF_8) + "\n" + answer);
        }
      }
      if (answer.status() == 0
          || answer.head().toLowerCase(java.util.Locale.ROOT).contains("connection: close")) {
        open.remove(host).close();
      }
    }
    for (RawConnection connection : open.values()) {
      connection.close();
    }
    return answers;
  }

  private static boolean tellsOfTheInside(String body) {
    return body.contains("Exception") || body.contains("\tat ") || body.contains("dev.wrapkey");
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() throws Exception {
    RawConnection.Answer answer =
        ask(
            "PUT /subscriptions?api-version=1 HTTP/1.1\r\n"
                + "HOST\r\n"
                + "Content-Length: 99999999999\r\n\r\n"
                + "{");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aBodyInPiecesBeyondTheLimitIsRefused() throws Exception {
    try (RawConnection connection = tunnel(ARM)) {
      connection.send(
          ("PUT /subscriptions?api-version=1 HTTP/1.1\r\nHost: "
                  + ARM
                  + "\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      byte[] piece =
          ("10000\r\n" + "x".repeat(0x10000) + "\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      RawConnection.Answer answer = null;
      for (int i = 0; i < 65 && answer == null; i++) {
        try {
          connection.send(piece);
        } catch (IOException refusedAlready) {
          answer = connection.answer("PUT");
        }
      }
      assertThat((answer == null ? connection.answer("PUT") : answer).status()).isIn(413, 0);
    }
  }

  @Test
  void aFloodOfHeadersIsRefused() throws Exception {
    String flood = "X-Flood: " + "y".repeat(100) + "\r\n";
    RawConnection.Answer answer =
        ask("GET /subscriptions?api-version=1 HTTP/1.1\r\nHOST\r\n" + flood.repeat(1000) + "\r\n");
    assertThat(answer.status()).isIn(431, 0);
  }

  @Test
  void aPathThatCanBeReadInTwoWaysIsRefused() throws Exception {
    for (String path :
        List.of("/subscriptions/../x", "/%2e%2e/x", "/a%2fb", "/a%5cb", "/a\\b", "/%00", "/%zz")) {
      assertThat(ask("GET " + path + "?api-version=1 HTTP/1.1\r\nHOST\r\n\r\n").status())
          .as(path)
          .isEqualTo(400);
    }
  }

  @Test
  void aTunnelLeadsToTheHostItWasOpenedFor() throws Exception {
    try (RawConnection connection = tunnel(ARM)) {
      String other =
          "GET /keys?api-version=7.4 HTTP/1.1\r\nHost: kv-orders-eastus.vault.azure.net\r\n\r\n";
      assertThat(connection.ask(other).status()).isEqualTo(421);
    }
  }

  @Test
  void otherHostsAndPortsAreRefused() throws Exception {
    for (String authority :
        List.of(
            "example.com:443",
            "management.azure.com:80",
            "127.0.0.1:22",
            "a.b.vault.azure.net:443",
            "vault.azure.net:443",
            "management.azure.com.example.com:443")) {
      try (RawConnection connection = RawConnection.plain(gateway.address())) {
        assertThat(
                connection
                    .ask("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n")
                    .status())
            .as(authority)
            .isEqualTo(403);
      }
    }
  }

  @Test
  void nothingIsFetchedForAnyone() throws Exception {
    try (RawConnection connection = RawConnection.plain(gateway.address())) {
      String request = "GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n";
      assertThat(connection.ask(request).status()).isEqualTo(403);
    }
  }

  @Test
  void halfARequestDoesNotKeepOthersWaiting() throws Exception {
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      RawConnection connection = tunnel(ARM);
      connection.send(
          ("PUT /subscriptions HTTP/1.1\r\nHost: " + ARM + "\r\nContent-Length: 1000\r\n\r\n{")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      slow.add(connection);
    }
    assertThat(ask("GET /subscriptions?api-version=2020-01-01 HTTP/1.1\r\nHOST\r\n\r\n").status())
        .isEqualTo(200);
    for (RawConnection connection : slow) {
      connection.close();
    }
  }
}
