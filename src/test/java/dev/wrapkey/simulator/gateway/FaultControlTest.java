package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults and the clock's jumps, as somebody with the token orders them and a client meets them. */
class FaultControlTest extends Controlled {

  @Test
  void whatIsOnIsListedWithHowOftenItHasStruck() throws Exception {
    switchOn("throttling", "{\"times\":2}");
    get(SUBSCRIPTIONS);
    JsonNode list = json(control("GET", "faults", ""));
    assertThat(list.path("seed").isIntegralNumber()).isTrue();
    assertThat(list.path("known")).hasSize(14);
    assertThat(list.path("value")).hasSize(1);
    JsonNode on = list.path("value").get(0);
    assertThat(on.path("name").asText()).isEqualTo("throttling");
    assertThat(on.path("struck").asInt()).isEqualTo(1);
    assertThat(on.path("spent").asBoolean()).isFalse();
    get(SUBSCRIPTIONS);
    assertThat(json(control("GET", "faults", "")).path("value").get(0).path("spent").asBoolean())
        .isTrue();
    assertThat(get(SUBSCRIPTIONS).statusCode()).isEqualTo(200);
  }

  @Test
  void aThrottledClientIsToldWhenToComeBackAndWhy() throws Exception {
    switchOn("throttling", "{\"seconds\":42}");
    HttpResponse<String> refused = get(VAULTS);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("42");
    assertThat(json(refused).path("error").path("code").asText())
        .isEqualTo("SubscriptionRequestsThrottled");
    assertThat(json(refused).path("error").path("message").asText())
        .isEqualTo(
            "Number of requests for subscription '"
                + PracticeCloud.SUBSCRIPTION
                + "' and operation 'GET/SUBSCRIPTIONS/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS' exceeded"
                + " the backend storage limit. Please try again after '42' seconds.");
    assertThat(json(get(KEY)).path("error").path("code").asText()).isEqualTo("Throttled");
  }

  @Test
  void rightsThatHaveNotArrivedAreRefusedInTheWordsOfEachService() throws Exception {
    switchOn("not-propagated", "{\"times\":2}");
    assertThat(json(get(VAULTS)).path("error").path("code").asText())
        .isEqualTo("AuthorizationFailed");
    HttpResponse<String> key = get(KEY);
    assertThat(key.statusCode()).isEqualTo(403);
    assertThat(json(key).path("error").path("innererror").path("code").asText())
        .isEqualTo("ForbiddenByRbac");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void aLostAnswerIsNoAnswerButTheWorkIsDone() throws Exception {
    String group =
        "https://management.azure.com/subscriptions/"
            + PracticeCloud.SUBSCRIPTION
            + "/resourcegroups/rg-lost?api-version=2021-04-01";
    switchOn("lost-answer", "{}");
    assertThatThrownBy(() -> azure("PUT", group, "{\"location\":\"eastus\"}"))
        .isInstanceOf(IOException.class);
    assertThat(get(group).statusCode()).isEqualTo(200);
    assertThat(control("GET", "events", "").body()).contains("\"fault\":\"lost-answer\"");
  }

  @Test
  void aTruncatedAnswerPromisesMoreThanItBrings() throws Exception {
    int whole = get(SUBSCRIPTIONS).body().length();
    URI uri = URI.create(SUBSCRIPTIONS);
    String request =
        "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(uri.getPath(), uri.getQuery(), uri.getHost(), tokens.get(uri.getHost()));
    switchOn("truncated", "{}");
    try (RawConnection connection =
        RawConnection.tunnel(gateway.address(), gateway.trust(), uri.getHost())) {
      RawConnection.Answer answer = connection.ask(request);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.head()).containsIgnoringCase("Content-Length: " + whole + "\r\n");
      assertThat(answer.body()).startsWith("{").hasSize(whole / 2);
    }
    switchOn("truncated", "{}");
    assertThatThrownBy(() -> get(SUBSCRIPTIONS)).isInstanceOf(IOException.class);
    assertThat(get(SUBSCRIPTIONS).body()).hasSize(whole);
  }

  @Test
  void aDisabledKeyIsDisabledForEveryoneUntilTheFaultIsSwitchedOff() throws Exception {
    switchOn("key-disabled", "{\"after\":1}");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isFalse();
    assertThat(outcome("key-disabled")).contains("enabled again");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aSecondOrderDoesNotMakeTheFirstOneForgotten() throws Exception {
    switchOn("vault-firewall", "{\"after\":1}");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
    assertThat(get(KEY).statusCode()).isEqualTo(403);
    assertThat(control("PUT", "faults/vault-firewall", "{}").statusCode()).isEqualTo(409);
    outcome("vault-firewall");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void aDeletedKeyComesBackWithAllItsVersions() throws Exception {
    String versions = KEY.replace("?", "/versions?");
    JsonNode before = json(get(versions)).path("value");
    switchOn("key-deleted", "{}");
    assertThat(get(KEY).statusCode()).isEqualTo(404);
    assertThat(outcome("key-deleted")).contains("recovered");
    assertThat(json(get(versions)).path("value")).isEqualTo(before);
  }

  @Test
  void aClosedFirewallRefusesUntilItIsOpenedAgain() throws Exception {
    JsonNode on = switchOn("vault-firewall", "{\"target\":\"kv-orders-eastus\"}");
    assertThat(on.path("target").asText()).endsWith("/vaults/kv-orders-eastus");
    assertThat(json(get(KEY)).path("error").path("innererror").path("code").asText())
        .isEqualTo("ForbiddenByFirewall");
    assertThat(control("PUT", "faults/vault-firewall", "{}").statusCode()).isEqualTo(409);
    assertThat(outcome("vault-firewall")).contains("as it was");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasChangedInTheWorldOutlivesTheProgramAndCanStillBeTakenBack() throws Exception {
    switchOn("key-disabled", "{}");
    switchOn("throttling", "{}");
    gateway.close();
    cloud.close();
    cloud = Landscapes.open(folder.resolve("cloud"), time);
    gateway = Opened.over(cloud, time, folder, Speed.STANDING);
    tokens =
        Map.of(
            "management.azure.com", token("https://management.azure.com"),
            "kv-orders-eastus.vault.azure.net", token("https://vault.azure.net"));
    assertThat(json(control("GET", "faults", "")).path("value").findValuesAsText("name"))
        .containsExactly("key-disabled");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isFalse();
    assertThat(outcome("key-disabled")).contains("enabled again");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aSlowAnswerComesInTheCloudsTimeAndHoldsNobodyUp() throws Exception {
    switchOn("slow", "{\"operation\":\"listing-vaults\",\"seconds\":3600,\"times\":1}");
    Instant before = time.now();
    assertThat(get(VAULTS).statusCode()).isEqualTo(200);
    assertThat(Duration.between(before, time.now())).isEqualTo(Duration.ofHours(1));
  }
}
