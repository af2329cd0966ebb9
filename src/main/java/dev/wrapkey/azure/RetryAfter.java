package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a service asks us to wait. Azure Resource Manager and Key Vault were seen to say it in
 * seconds; a proxy may say it as a date (RFC 9110, 10.2.3), some services in milliseconds, and
 * Resource Graph as the time until the quota begins anew ("Guidance for throttled requests in Azure
 * Resource Graph", read on 22 November 2026).
 */
final class RetryAfter {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);
  private static final HttpHeaderName QUOTA_RESETS =
      HttpHeaderName.fromString("x-ms-user-quota-resets-after");
  private static final HttpHeaderName QUOTA_REMAINING =
      HttpHeaderName.fromString("x-ms-user-quota-remaining");
  private static final String CLOCK = "\\d{2}:\\d{2}:\\d{2}";

  private RetryAfter() {}

  /** How long the service wants us to wait: at least a second; empty if it does not say. */
  static Optional<Duration> in(HttpHeaders headers) {
    return Stream.of(usual(headers), millis(headers), quota(headers))
        .flatMap(Optional::stream)
        .findFirst()
        .map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait)
        .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
  }

  /** The same in the headers that MSAL keeps; zero if the service does not say. */
  static Duration in(@Nullable Map<String, List<String>> headers) {
    HttpHeaders kept = new HttpHeaders();
    if (headers != null) {
      headers.forEach((name, values) -> kept.set(HttpHeaderName.fromString(name), values));
    }
    return in(kept).orElse(Duration.ZERO);
  }

  private static Optional<Duration> usual(HttpHeaders headers) {
    return Optional.ofNullable(headers.getValue(HttpHeaderName.RETRY_AFTER))
        .flatMap(
            said ->
                said.matches("\\d{1,6}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(said)))
                    : until(said, headers));
  }

  // By the clock that wrote the date, so that a wrong clock here does not matter.
  private static Optional<Duration> until(String date, HttpHeaders headers) {
    return instant(date)
        .flatMap(
            then ->
                Optional.ofNullable(headers.getValue(HttpHeaderName.DATE))
                    .flatMap(RetryAfter::instant)
                    .map(now -> Duration.between(now, then)));
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> millis(HttpHeaders headers) {
    return Stream.of(HttpHeaderName.RETRY_AFTER_MS, HttpHeaderName.X_MS_RETRY_AFTER_MS)
        .flatMap(name -> Stream.ofNullable(headers.getValue(name)))
        .filter(millis -> millis.matches("\\d{1,9}"))
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .findFirst();
  }

  // Every answer of Resource Graph tells it; it asks to wait only where nothing is left.
  private static Optional<Duration> quota(HttpHeaders headers) {
    return "0".equals(headers.getValue(QUOTA_REMAINING))
        ? Optional.ofNullable(headers.getValue(QUOTA_RESETS))
            .filter(clock -> clock.matches(CLOCK))
            .map(
                clock ->
                    Duration.ofHours(Long.parseLong(clock.substring(0, 2)))
                        .plusMinutes(Long.parseLong(clock.substring(3, 5)))
                        .plusSeconds(Long.parseLong(clock.substring(6))))
        : Optional.empty();
  }
}
