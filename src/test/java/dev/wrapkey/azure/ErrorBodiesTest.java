package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error that was recorded or documented, as it comes over the wire. */
class ErrorBodiesTest {

  private static final ResourceId SERVER =
      ResourceId.server("facade00-0000-4000-a000-0000000000a1", "rg", "orders-pg");
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders.vault.azure.net/keys/orders-kek");
  private static final String OPERATION =
      "https://management.azure.com/subscriptions/s/providers/x/operations/1?api-version=1";

  private final Wire wire = new Wire();

  /** One row of the file. */
  record Row(
      String plane,
      int status,
      String code,
      String inner,
      String message,
      Kind kind,
      String shown) {

    String body() {
      String words = "\"code\":\"" + code + "\",\"message\":\"" + message + "\"";
      String innerError = inner.isEmpty() ? "" : ",\"innererror\":{\"code\":\"" + inner + "\"}";
      return switch (plane) {
        case "bare" -> "{" + words + "}";
        case "message" -> "{\"Message\":\"" + message + "\"}";
        case "details" ->
            "{\"error\":{"
                + words
                + ",\"details\":[{\"code\":\""
                + inner
                + "\",\"message\":\"\"}]}}";
        case "Failed", "Canceled" ->
            "{\"name\":\"1\",\"status\":\"" + plane + "\",\"error\":{" + words + "}}";
        default -> "{\"error\":{" + words + innerError + "}}";
      };
    }
  }

  static final class Rows implements ArgumentsAggregator {
    @Override
    public Object aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
      return new Row(
          row.getString(0),
          row.getInteger(1),
          text(row, 2),
          text(row, 3),
          row.getString(4),
          row.get(5, Kind.class),
          row.getString(6));
    }

    private static String text(ArgumentsAccessor row, int at) {
      return row.getString(at) == null ? "" : row.getString(at);
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvFileSource(resources = "error-bodies.csv", delimiter = '|', numLinesToSkip = 1)
  void aRecordedErrorIsUnderstood(@AggregateWith(Rows.class) Row row) {
    wire.then(Wire.answer(row.status(), row.body()).with("x-ms-request-id", "r-17"));

    CloudFailure failure = failure(() -> ask(row.plane()));

    assertThat(failure.kind()).isEqualTo(row.kind());
    assertThat(failure.code()).isEqualTo(row.shown());
    assertThat(failure.details()).isEqualTo(row.message().replace("\\r\\n", "\r\n"));
    assertThat(failure.correlationId()).isEqualTo("r-17");
    assertThat(failure.body()).isEqualTo(row.body());
    assertThat(wire.asked).as("no retry of the SDK's own").hasSize(1);
  }

  private void ask(String plane) {
    switch (plane) {
      case "vault" -> wire.cloud().keyStores().get(KEY);
      case "Failed", "Canceled" ->
          wire.cloud().servers().follow(SERVER, new Receipt("c", OPERATION, true)).poll();
      default -> wire.cloud().servers().get(SERVER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "502, text/html, <html>Bad gateway</html>, UNREACHABLE, Http502",
    "403, text/html; charset=utf-8, <html>Blocked</html>, UNREACHABLE, Http403",
    "407, text/plain, Sign in, OFFLINE, Http407",
    "404, application/json, '', NOT_FOUND, Http404",
    "400, application/json, '{\"error\":{\"co', INVALID, Http400",
    "500, application/json, '[]', SERVICE, Http500",
    "503, application/json, '', UNREACHABLE, Http503",
    "200, text/html, <html>Welcome to our hotel</html>, UNREACHABLE, UnreadableAnswer",
  })
  void whatIsNoAnswerOfAzureIsToldByItsStatus(
      int status, String type, String body, Kind kind, String code) {
    wire.then(Wire.answer(status, body).with("Content-Type", type));

    CloudFailure failure = failure(() -> wire.cloud().servers().get(SERVER));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
  }

  @Test
  void aRefusedTokenIsToldByTheChallengeWhereTheBodyIsEmpty() {
    wire.then(
        Wire.answer(401, "")
            .with(
                "WWW-Authenticate",
                "Bearer realm=\"\", error=\"invalid_token\", error_description=\"expired\""));

    CloudFailure failure = failure(() -> wire.cloud().servers().get(SERVER));

    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.code()).isEqualTo("invalid_token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After|17|17",
        "Retry-After|0|1",
        "Retry-After|Sun, 22 Nov 2026 08:50:07 GMT|30",
        "Retry-After|Sun, 22 Nov 2026 08:49:00 GMT|1",
        "Retry-After|soon|0",
        "retry-after-ms|2500|2.5",
        "x-ms-retry-after-ms|40|1",
        "x-ms-user-quota-resets-after|00:00:05|5",
      })
  void howLongToWaitIsReadInEveryFormThatIsInUse(String header, String value, String seconds) {
    wire.then(
        Wire.answer(429, "{}")
            .with("Date", "Sun, 22 Nov 2026 08:49:37 GMT")
            .with("x-ms-user-quota-remaining", "0")
            .with(header, value));

    CloudFailure failure = failure(() -> wire.cloud().servers().get(SERVER));

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAfter()).isEqualTo(Duration.parse("PT" + seconds + "S"));
  }

  private static CloudFailure failure(Runnable call) {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
