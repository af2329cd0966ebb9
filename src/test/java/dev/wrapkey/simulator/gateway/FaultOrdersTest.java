package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of faults that cannot be carried out, and who may give them. */
class FaultOrdersTest extends Controlled {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "probability:2",
        "probability:\"often\"",
        "every:0",
        "every:1.5",
        "times:-1",
        "after:-1",
        "after:99999999999",
        "seconds:4000",
        "method:5",
        "operation:\"dancing\"",
        "target:\"x\"",
        "colour:\"red\"",
        "host:[]",
        "path:null"
      })
  void nonsenseIsRefusedNamingTheField(String field) throws Exception {
    String name = field.substring(0, field.indexOf(':'));
    String body = "{\"" + name + "\"" + field.substring(name.length()) + "}";
    HttpResponse<String> answer = control("PUT", "faults/throttling", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("error").path("message").asText()).startsWith(name + " is ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key-disabled   | {'target':'https://kv-orders-eastus.vault.azure.net/keys/absent'}",
        "vault-firewall | {'target':'kv-absent'}",
        "key-deleted    | {'probability':0.5}",
        "busy           | {'seconds':5}",
        "slow           | {'every':2,'probability':0.5}",
        "slow           | [1]",
        "slow           | {",
        "slow           | ''"
      })
  void anOrderThatCannotBeCarriedOutIsRefused(String name, String order) throws Exception {
    HttpResponse<String> answer =
        control("PUT", "faults/" + name, order.replace('\'', '"').replace("\"\"", ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    json(answer);
    assertThat(cloud.faults().on()).isEmpty();
  }

  @Test
  void unknownFaultsAreNotFoundWithTheNamesOfAll() throws Exception {
    HttpResponse<String> answer = control("PUT", "faults/gremlins", "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("throttling", "permission-revoked");
    assertThat(control("DELETE", "faults/slow", "").statusCode()).isEqualTo(404);
    assertThat(control("PATCH", "faults/slow", "{}").statusCode()).isEqualTo(405);
  }

  @Test
  void faultsObeyOnlyThoseWithTheToken() throws Exception {
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      assertThat(control(method, "faults/slow", "{}", "wrong").statusCode()).isEqualTo(401);
      assertThat(control(method, "faults", "{}", "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(cloud.faults().on()).isEmpty();
  }
}
