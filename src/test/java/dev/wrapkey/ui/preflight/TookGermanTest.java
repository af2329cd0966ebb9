package dev.wrapkey.ui.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class TookGermanTest {

  @Test
  void secondsHaveACommaBeforeTheTenths() {
    assertThat(Summary.took(Duration.ofMillis(1234))).isEqualTo("in 1,2 s");
  }
}
