package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import dev.wrapkey.simulator.world.Connection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resource Health and the activity log (portal specification §7.5). */
class HealthTest {

  private static final String ORDERS = Orders.id("orders-pg");
  private static final String HEALTH = "/providers/Microsoft.ResourceHealth/availabilityStatuses";
  private static final String HEALTH_API = "?api-version=2025-05-01";
  private static final String SUBSCRIPTION = "/subscriptions/" + Practice.PRODUCTION;

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private JsonNode health(String path) {
    Answer answer = practice.get(Practice.ARM + path + HEALTH_API);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private String availability() {
    return health(ORDERS + HEALTH + "/current").at("/properties/availabilityState").asText();
  }

  private JsonNode properties() {
    return practice.get(Orders.url("orders-pg")).json().path("properties");
  }

  private void enable(boolean enabled) {
    String key = properties().at("/dataEncryption/primaryKeyURI").asText();
    practice.send(
        "PATCH", key + "?api-version=7.4", "{\"attributes\": {\"enabled\": " + enabled + "}}");
  }

  /** To the second at which the server becomes inaccessible. */
  private Instant lose() {
    enable(false);
    Instant end = practice.time.now().plus(Duration.ofHours(1));
    while (!properties().path("state").asText().equals("Inaccessible")) {
      Instant next = practice.cloud.next().orElseThrow().at();
      assertThat(next).as("the service looks at keys within the hour").isBeforeOrEqualTo(end);
      practice.time.jump(Duration.between(practice.time.now(), next));
    }
    return practice.time.now();
  }

  private List<JsonNode> log(String filter) {
    Answer answer = logged(filter);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("value").spliterator(), false).toList();
  }

  private Answer logged(String filter) {
    return practice.get(
        Practice.ARM
            + SUBSCRIPTION
            + "/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01"
            + (filter.isEmpty()
                ? ""
                : "&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)));
  }

  private static final String SINCE = "eventTimestamp ge '2026-03-02T08:00:00Z'";

  private static List<String> texts(List<JsonNode> entries, String pointer) {
    return entries.stream().map(e -> e.at(pointer).asText()).toList();
  }

  @Test
  void healthLearnsOfALostKeyFromTheFirstDeniedConnection() {
    assertThat(availability()).isEqualTo("Available");
    Instant lost = lose();
    boolean onTheMinute = lost.getEpochSecond() % 60 == 0;
    assertThat(availability()).isEqualTo(onTheMinute ? "Unavailable" : "Available");
    Instant minute = Instant.ofEpochSecond((lost.getEpochSecond() + 59) / 60 * 60);
    practice.time.jump(Duration.ofMinutes(1));
    JsonNode current = health(ORDERS + HEALTH + "/current").path("properties");
    assertThat(current.path("availabilityState").asText()).isEqualTo("Unavailable");
    assertThat(current.path("title").asText()).isEqualTo("Inaccessible");
    assertThat(current.path("occuredTime").asText()).isEqualTo(minute.toString());
  }

  @Test
  void aClientOfOnesOwnMayBeTheFirstThatIsDenied() {
    Instant lost = lose();
    practice.cloud.connect(new Connection.Attempt("orders-pg", "", "", "", ""));
    JsonNode current = health(ORDERS + HEALTH + "/current").path("properties");
    assertThat(current.path("availabilityState").asText()).isEqualTo("Unavailable");
    assertThat(current.path("occuredTime").asText()).isEqualTo(lost.toString());
  }

  @Test
  void healthRecoversWithTheServerAndRemembers() {
    lose();
    practice.time.jump(Duration.ofMinutes(5));
    enable(true);
    practice.time.jump(Duration.ofMinutes(61));
    assertThat(availability()).isEqualTo("Available");
    JsonNode all = health(ORDERS + HEALTH).path("value");
    assertThat(all.findValuesAsText("availabilityState"))
        .containsExactly("Available", "Unavailable", "Available");
    assertThat(all.at("/0/name").asText()).isEqualTo("current");
  }

  @Test
  void healthOfAllServersIsListedBySubscriptionAndGroup() {
    JsonNode all = health(SUBSCRIPTION + HEALTH).path("value");
    assertThat(all).hasSize(5);
    List<String> down =
        StreamSupport.stream(all.spliterator(), false)
            .filter(s -> s.at("/properties/title").asText().equals("Inaccessible"))
            .map(s -> s.path("id").asText())
            .toList();
    assertThat(down).singleElement().asString().contains("/payroll-pg/");
    assertThat(health(SUBSCRIPTION + "/resourceGroups/rg-orders" + HEALTH).path("value"))
        .hasSize(2);
  }

  @Test
  void anAbsentServerHasNoHealth() {
    assertThat(
            practice
                .get(Practice.ARM + Orders.id("absent-pg") + HEALTH + "/current" + HEALTH_API)
                .status())
        .isEqualTo(404);
  }

  @Test
  void everyWriteIsLoggedWithBeginningAndEnd() {
    Answer accepted = new Orders(practice).put("logged-pg", Orders.plain());
    String correlation = accepted.header("x-ms-correlation-request-id");
    String filter = SINCE + " and correlationId eq '" + correlation + "'";
    assertThat(texts(log(filter), "/status/value"))
        .containsExactlyInAnyOrder("Started", "Accepted");
    new Orders(practice).outcome(accepted);
    List<JsonNode> all = log(filter);
    assertThat(texts(all, "/status/value"))
        .containsExactlyInAnyOrder("Started", "Accepted", "Succeeded");
    assertThat(texts(all, "/operationName/value"))
        .containsOnly("Microsoft.DBforPostgreSQL/flexibleServers/write");
    assertThat(texts(all, "/resourceId")).containsOnly(Orders.id("logged-pg"));
    assertThat(texts(all, "/caller")).containsOnly(PracticeCloud.CLIENT);
    assertThat(texts(all, "/category/value")).containsOnly("Administrative");
    assertThat(texts(all, "/resourceGroupName")).containsOnly("rg-orders");
    assertThat(all.toString()).doesNotContain(Orders.PASSWORD);
  }

  @Test
  void aRefusalIsLoggedAsFailed() {
    new Orders(practice).put("refused-pg", Orders.plain().replace("\"17\"", "\"9\""));
    List<JsonNode> all = log(SINCE + " and resourceUri eq '" + Orders.id("refused-pg") + "'");
    assertThat(texts(all, "/status/value")).containsExactlyInAnyOrder("Started", "Failed");
    assertThat(texts(all, "/properties/statusMessage")).contains("InvalidParameterValue");
  }

  @Test
  void anOperationThatFailsLateIsLoggedAsFailedLate() {
    Answer accepted =
        new Orders(practice)
            .put(
                "late-pg",
                Orders.encrypted(Orders.key("kv-lab-eastus", "lab-kek"), "id-orders-eastus"));
    String filter = SINCE + " and resourceId eq '" + Orders.id("late-pg") + "'";
    assertThat(texts(log(filter), "/status/value"))
        .containsExactlyInAnyOrder("Started", "Accepted");
    new Orders(practice).outcome(accepted);
    assertThat(texts(log(filter), "/status/value"))
        .containsExactlyInAnyOrder("Started", "Accepted", "Failed");
  }

  @Test
  void aClientsCorrelationIsKept() {
    HttpRequest request = new HttpRequest(HttpMethod.PUT, Orders.url("traced-pg"));
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + practice.token());
    request.setHeader(HttpHeaderName.fromString("x-ms-correlation-request-id"), "my-own-4711");
    request.setBody(Orders.plain());
    assertThat(practice.send(request).header("x-ms-correlation-request-id"))
        .isEqualTo("my-own-4711");
    assertThat(log(SINCE + " and correlationId eq 'my-own-4711'")).hasSize(2);
  }

  @Test
  void aLostKeyAndItsReturnAreLogged() {
    lose();
    practice.time.jump(Duration.ofMinutes(2));
    enable(true);
    practice.time.jump(Duration.ofMinutes(61));
    List<JsonNode> all =
        log(SINCE + " and resourceUri eq '" + ORDERS + "'").stream()
            .filter(e -> e.path("httpRequest").isMissingNode())
            .toList();
    assertThat(texts(all, "/category/value"))
        .containsExactlyInAnyOrder(
            "Administrative", "ResourceHealth", "Administrative", "ResourceHealth");
    assertThat(texts(all, "/status/value"))
        .containsExactlyInAnyOrder("Failed", "Active", "Succeeded", "Resolved");
    JsonNode refused = // it stands beside another of the same moment
        all.stream()
            .filter(e -> e.at("/status/value").asText().equals("Failed"))
            .findFirst()
            .orElseThrow();
    assertThat(refused.path("level").asText()).isEqualTo("Error");
    List<String> ids = texts(all, "/eventDataId");
    assertThat(ids).doesNotHaveDuplicates();
    practice.time.jump(Duration.ofMinutes(1));
    assertThat(texts(log(SINCE + " and resourceUri eq '" + ORDERS + "'"), "/eventDataId"))
        .containsAll(ids);
  }

  @Test
  void theLogIsToldInPagesNewestFirstAndOutlivesTheProgram() throws StateInUse {
    for (int i = 0; i < 130; i++) {
      practice.send(
          "PUT",
          Practice.ARM + SUBSCRIPTION + "/resourcegroups/rg-many?api-version=2021-04-01",
          "{\"location\": \"eastus\"}");
      practice.time.jump(Duration.ofSeconds(1));
    }
    practice.close();
    practice = new Practice(folder);
    String filter = SINCE + " and resourceGroupName eq 'rg-many'";
    Answer first = logged(filter);
    assertThat(first.json().path("value")).hasSize(200);
    JsonNode rest = practice.get(first.json().path("nextLink").asText()).json();
    assertThat(rest.path("value")).hasSize(60);
    assertThat(rest.has("nextLink")).isFalse();
    List<String> times = first.json().path("value").findValuesAsText("eventTimestamp");
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void theLogForgetsAfterNinetyDays() {
    new Orders(practice).put("old-pg", Orders.plain());
    String filter = "eventTimestamp ge 2026-03-01 00:00:00 and resourceGroupName eq 'rg-orders'";
    assertThat(log(filter)).isNotEmpty();
    practice.time.jump(Duration.ofDays(91));
    assertThat(log(filter)).isEmpty();
  }

  @Test
  void selectNarrowsWhatIsShown() {
    new Orders(practice).put("narrow-pg", Orders.plain());
    Answer answer =
        practice.get(
            Practice.ARM
                + SUBSCRIPTION
                + "/providers/Microsoft.Insights/eventtypes/management/values"
                + "?api-version=2015-04-01&$select=eventName,caller&$filter="
                + URLEncoder.encode(SINCE, StandardCharsets.UTF_8));
    assertThat(answer.json().at("/value/0").properties().stream().map(java.util.Map.Entry::getKey))
        .containsOnly("eventName", "caller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "resourceGroupName eq 'rg-orders'",
        "eventTimestamp ge 'yesterday'",
        SINCE + " and colour eq 'red'",
        SINCE + " and resourceGroupName ge 'x'"
      })
  void aFilterWithoutStartOrWithNonsenseIsRefused(String filter) {
    assertThat(logged(filter).status()).isEqualTo(400);
  }
}
