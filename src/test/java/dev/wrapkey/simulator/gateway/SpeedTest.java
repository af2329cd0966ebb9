package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

  @ParameterizedTest
  @CsvSource({"real,10,10", "60x,10,1", "60x,600,10", "2.5x,10,4", "instant,3600,1", "3x,10,4"})
  void clientsWaitAsLongOnTheWallClockAsThePracticeClockNeeds(
      String speed, long practice, long wall) {
    assertThat(Speed.of(speed).wallSeconds(practice)).isEqualTo(wall);
  }

  @ParameterizedTest
  @ValueSource(strings = {"real", "instant", "60x", "2.5x"})
  void aSpeedIsWrittenAsItIsRead(String speed) {
    assertThat(Speed.of(speed)).hasToString(speed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "-1x", "x", "60", "99999x", "fast", "1e9x", "NaNx"})
  void anythingElseIsNoSpeed(String text) {
    assertThatThrownBy(() -> Speed.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noClientIsToldNotToWaitAtAll() {
    assertThat(Speed.of("60x").wallSeconds(0)).isEqualTo(1);
  }
}
