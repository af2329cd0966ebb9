package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock of a practice cloud, moved from outside. */
class ClockControlTest extends Controlled {

  @Test
  void theClockJumpsToTheNextEventAndNamesIt() throws Exception {
    JsonNode announced = json(control("GET", "clock", "")).path("next");
    JsonNode jumped = json(control("POST", "clock", "{\"until\":\"next\"}"));
    assertThat(jumped.path("event")).isEqualTo(announced);
    assertThat(jumped.path("now").asText()).isEqualTo(announced.path("at").asText());
    assertThat(time.now()).isEqualTo(Instant.parse(announced.path("at").asText()));
    assertThat(Instant.parse(json(control("GET", "clock", "")).path("next").path("at").asText()))
        .isAfter(time.now());
  }

  @Test
  void theClockJumpsToAMomentButNotBack() throws Exception {
    Instant moment = time.now().plus(Duration.ofDays(3));
    JsonNode clock = json(control("POST", "clock", "{\"until\":\"" + moment + "\"}"));
    assertThat(Instant.parse(clock.path("now").asText())).isEqualTo(moment);
    for (String until :
        new String[] {
          moment.minusSeconds(1).toString(), "soon", "+1000000000-12-31T23:59:59Z", ""
        }) {
      assertThat(control("POST", "clock", "{\"until\":\"" + until + "\"}").statusCode())
          .as(until)
          .isEqualTo(400);
    }
    assertThat(time.now()).isEqualTo(moment);
  }
}
