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

  @Test
  void theTimelineTellsAllThatIsDueWithTheTimeUntilThen() throws Exception {
    JsonNode timeline = json(control("GET", "timeline", ""));
    JsonNode first = timeline.path("value").path(0);
    JsonNode next = json(control("GET", "clock", "")).path("next");
    for (String field : new String[] {"at", "kind", "what", "resource"}) {
      assertThat(first.path(field)).as(field).isEqualTo(next.path(field));
    }
    assertThat(Duration.parse(first.path("in").asText()))
        .isEqualTo(
            Duration.between(
                Instant.parse(timeline.path("now").asText()),
                Instant.parse(first.path("at").asText())));
    assertThat(timeline.path("value").size()).isGreaterThan(5);
  }

  @Test
  void theTimelineIsNarrowedByKinds() throws Exception {
    JsonNode some = json(control("GET", "timeline?kind=expiry,activation", "")).path("value");
    assertThat(some).isNotEmpty();
    assertThat(some)
        .allMatch(due -> due.path("kind").asText().matches("expiry|activation"))
        .anyMatch(due -> due.path("resource").asText().contains("coming-kek"));
    assertThat(control("GET", "timeline?kind=weather", "").statusCode()).isEqualTo(400);
    assertThat(control("GET", "timeline?kind=weather", "").body()).contains("expiry");
  }

  @Test
  void aPausedClockStandsUntilItIsMoved() throws Exception {
    JsonNode paused = json(control("POST", "clock", "{\"speed\":\"paused\"}"));
    assertThat(paused.path("speed").asText()).isEqualTo("paused");
    assertThat(time.isHeld()).isTrue();
    Instant held = time.now();
    control("POST", "clock", "{\"advance\":\"PT5M\"}");
    assertThat(time.now()).isEqualTo(held.plus(Duration.ofMinutes(5)));
    JsonNode again = json(control("POST", "clock", "{\"speed\":\"real\"}"));
    assertThat(again.path("speed").asText()).isEqualTo("real");
    assertThat(time.isHeld()).isFalse();
    time.runAt(0);
  }
}
