package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.gateway.Opened;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class PracticeScreenTest extends OwnWindowScreen {

  private static final String GROUP =
      "https://management.azure.com/subscriptions/%s/resourcegroups/rg-outside?api-version=2021-04-01"
          .formatted(Practice.PRODUCTION);

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void meet() {
    person.sees("orders-pg");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void openTheDoor() {
    person.click("manage-practice");
    person.write("gateway-port", "0");
    person.click("open-gateway");
    person.await("an address", () -> person.usable("gateway-address").isPresent());
  }

  /** Another program: knows nothing but what the screen tells. */
  private final class Outsider {

    private final HttpClient client;
    private final String token;

    Outsider() throws Exception {
      URI proxy = URI.create(shown("gateway-address"));
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .sslContext(Opened.trusting(Path.of(shown("gateway-certificate"))))
              .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
              .build();
      Properties env = new Properties();
      try (InputStream in = Files.newInputStream(Path.of(shown("gateway-signin")))) {
        env.load(in);
      }
      String form =
          "grant_type=client_credentials&scope=https://management.azure.com/.default&client_id="
              + env.getProperty("AZURE_CLIENT_ID")
              + "&client_secret="
              + env.getProperty("AZURE_CLIENT_SECRET");
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "https://login.microsoftonline.com/%s/oauth2/v2.0/token"
                              .formatted(env.getProperty("AZURE_TENANT_ID"))))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      token = answer.body().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    int put(String address, String body) throws Exception {
      return send(address, "PUT", HttpRequest.BodyPublishers.ofString(body));
    }

    int delete(String address) throws Exception {
      return send(address, "DELETE", HttpRequest.BodyPublishers.noBody());
    }

    private int send(String address, String method, HttpRequest.BodyPublisher body)
        throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, body)
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void aPersonOpensTheDoorAndSeesWhatAnotherProgramDoes() throws Exception {
    person.click("manage-practice");
    person.picture("practice-closed");
    person.write("gateway-port", "0");
    person.click("open-gateway");
    person.sees("Other programs let in");
    person.await("an address", () -> person.usable("gateway-address").isPresent());
    Outsider outsider = new Outsider();
    assertThat(outsider.put(GROUP, "{\"location\":\"eastus\"}")).isEqualTo(201);
    person.sees("Create or update resource group");
    person.sees("rg-outside");
    person.picture("practice-open");
    person.click("close-gateway");
    person.await("a closed door", () -> person.usable("open-gateway").isPresent());
    assertThat(person.node("practice-open")).isEmpty();
  }

  @Test
  void aServerThatAnotherProgramDeletesGoesFromTheListByItself() throws Exception {
    openTheDoor();
    Outsider outsider = new Outsider();
    person.clickText("Home");
    person.sees("ledger-pg");
    practice.time().runAt(600); // the list asks again when the server is on its way out
    assertThat(
            outsider.delete(
                "https://management.azure.com"
                    + practice.idOf("ledger-pg")
                    + "?api-version=2024-08-01"))
        .isEqualTo(202);
    person.await("news in the list", () -> person.node("practice-open").isPresent());
    person.await(
        "ledger-pg is gone or going",
        () -> person.row(text -> text.contains("ledger-pg") && text.contains("Ready")).isEmpty());
  }

  @Test
  void aPersonDisablesAKeyLetsAnHourPassAndPutsItBack() {
    person.click("manage-practice");
    person.click("fault-key-disabled");
    person.sees("On: key-disabled");
    assertThat(person.focus()).isEqualTo("fault-key-disabled");
    person.picture("practice-fault");
    assertThat(practice.server("orders-pg").encryption().status()).contains("Valid");
    person.click("jump-hour");
    person.sees("One hour has passed.");
    assertThat(practice.server("orders-pg").encryption().status()).contains("Invalid");
    person.clickText("Home");
    person.sees("Inaccessible");
    person.click("manage-practice");
    person.click("fault-key-disabled");
    person.await(
        "a fault that is off",
        () -> person.usable("fault-key-disabled").filter(b -> text(b, "Switch on")).isPresent());
    person.click("jump-hour");
    person.sees("One hour has passed.");
    assertThat(practice.server("orders-pg").state()).isEqualTo("Ready");
  }

  private static boolean text(javafx.scene.Node button, String words) {
    return button instanceof javafx.scene.control.Labeled labeled
        && labeled.getText().equals(words);
  }

  @Test
  void startingOverAsksFirstAndThenBringsTheStarterLandscapeBack() {
    practice.cloud().directory().createResourceGroup(Practice.PRODUCTION, "rg-mine", "eastus");
    person.click("manage-practice");
    person.click("start-over");
    person.sees("Restore the starter landscape?");
    person.picture("practice-start-over");
    person.clickText("Keep everything");
    assertThat(groups()).contains("rg-mine");
    person.click("start-over");
    person.clickText("Restore");
    person.sees("The starter landscape is back.");
    assertThat(groups()).doesNotContain("rg-mine").contains("rg-orders");
  }

  private java.util.List<String> groups() {
    return practice.cloud().directory().resourceGroups(Practice.PRODUCTION).stream()
        .map(group -> group.name())
        .toList();
  }

  @Test
  void aPortThatIsTakenIsToldAtTheField() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      person.click("manage-practice");
      person.write("gateway-port", String.valueOf(other.getLocalPort()));
      person.click("open-gateway");
      person.sees("Port " + other.getLocalPort() + " is used by another program.");
      person.picture("practice-port-taken");
    }
  }
}
