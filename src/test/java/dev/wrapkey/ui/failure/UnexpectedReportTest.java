package dev.wrapkey.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnexpectedReportTest {

  private static Throwable bug(String message) {
    return new IllegalStateException(message, new IllegalArgumentException("cause: " + message));
  }

  @Test
  void neverRepeatsTheMessagesOfExceptions() {
    UnexpectedReport report = UnexpectedReport.of(bug("canary-secret-7781"));
    assertThat(report.text())
        .contains("IllegalStateException", "IllegalArgumentException")
        .doesNotContain("canary");
    assertThat(report.code()).doesNotContain("canary");
  }

  @Test
  void theSamePlaceHasTheSameCode() {
    assertThat(UnexpectedReport.of(bug("one")).code())
        .isEqualTo(UnexpectedReport.of(bug("two")).code());
  }

  @Test
  void anotherKindOfBugHasAnotherCode() {
    assertThat(UnexpectedReport.of(bug("one")).code())
        .isNotEqualTo(UnexpectedReport.of(new ArithmeticException()).code());
  }
}
