package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PracticeIdsTest {

  @Test
  void theFixedPatternIsRecognisedInAnyLetterCase() {
    assertThat(PracticeIds.isPractice("facade00-0000-4000-a000-0000000000a1")).isTrue();
    assertThat(PracticeIds.isPractice("FACADE00-0000-4000-A000-0000000000A1")).isTrue();
  }

  @Test
  void otherIdsAreReal() {
    assertThat(PracticeIds.isPractice("facade00-0000-4000-b000-0000000000a1")).isFalse();
    assertThat(PracticeIds.isPractice("0b1f6471-1bf0-4dda-aec3-cb9272f09590")).isFalse();
    assertThat(PracticeIds.isPractice("")).isFalse();
  }
}
