package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** The header {@code Retry-After} in seconds, the only form that Azure was seen to use. */
final class RetryAfter {

  private static final Duration LEAST = Duration.ofSeconds(1);

  private RetryAfter() {}

  /** How long the service wants us to wait: at least a second; empty if it does not say. */
  static Optional<Duration> in(HttpHeaders headers) {
    return Optional.ofNullable(headers.getValue(HttpHeaderName.RETRY_AFTER))
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait);
  }
}
