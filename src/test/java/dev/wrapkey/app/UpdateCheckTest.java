package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wrapkey.ui.settings.Updates.Answer;
import dev.wrapkey.ui.settings.Updates.Newer;
import dev.wrapkey.ui.settings.Updates.Newest;
import dev.wrapkey.ui.settings.Updates.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String body = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("User-Agent"));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/newest.json";
  }

  private Answer ask() {
    return new UpdateCheck(address(), "1.4.0").ask();
  }

  @Test
  void aNewerVersionIsToldWithItsPage() {
    body = "{\"version\": \"1.10.0\", \"page\": \"https://wrapkey.example/1.10\"}";
    assertThat(ask())
        .isEqualTo(new Newer("1.10.0", Optional.of(URI.create("https://wrapkey.example/1.10"))));
    assertThat(asked).containsExactly("GET /newest.json Wrapkey/1.4.0");
  }

  @Test
  void theSameOrAnOlderVersionIsNoNews() {
    for (String version : List.of("1.4.0", "1.3.9", "1.4.0-SNAPSHOT")) {
      body = "{\"version\": \"" + version + "\"}";
      assertThat(ask()).isEqualTo(new Newest("1.4.0"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://wrapkey.example/x", "file:///etc/passwd", "javascript:alert(1)"})
  void aPageThatIsNotSafeIsNotOffered(String page) {
    body = "{\"version\": \"2.0\", \"page\": \"" + page + "\"}";
    assertThat(ask()).isEqualTo(new Newer("2.0", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{}", "[]", "{\"version\": \"<b>2</b>\"}"})
  void nonsenseIsNoVersion(String nonsense) {
    body = nonsense;
    assertThat(ask()).isInstanceOf(Unknown.class);
  }

  @Test
  void anErrorIsTold() {
    status = 503;
    assertThat(ask()).isEqualTo(new Unknown("HTTP 503"));
  }

  @Test
  void whereNobodyAnswersNobodyKnows() {
    String gone = address();
    server.stop(0);
    assertThat(new UpdateCheck(gone, "1.4.0").ask()).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "http://wrapkey.example/x", "ftp://wrapkey.example/x", "newest.json"})
  void anAddressThatIsNotSafeIsNone(String address) {
    assertThat(new UpdateCheck(address, "1.4.0").address()).isEmpty();
    assertThat(new UpdateCheck(address, "1.4.0").ask()).isInstanceOf(Unknown.class);
    assertThat(asked).isEmpty();
  }
}
