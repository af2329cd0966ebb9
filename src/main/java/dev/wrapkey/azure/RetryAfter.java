package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} in seconds, the only form that Azure was seen to use. */
final class RetryAfter {

  private static final Duration LEAST = Duration.ofSeconds(1);

  private RetryAfter() {}

  /** How long the service wants us to wait: at least a second; empty if it does not say. */
  static Optional<Duration> in(HttpHeaders headers) {
    return read(headers.getValue(HttpHeaderName.RETRY_AFTER));
  }

  /** The same in the headers that MSAL keeps; zero if the service does not say. */
  static Duration in(@Nullable Map<String, List<String>> headers) {
    return (headers == null ? Map.<String, List<String>>of() : headers)
        .entrySet().stream()
            .filter(header -> "Retry-After".equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .flatMap(value -> read(value).stream())
            .findFirst()
            .orElse(Duration.ZERO);
  }

  private static Optional<Duration> read(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait);
  }
}
