package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Entra says when it refuses a sign-in. */
final class TokenErrors {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);

  private TokenErrors() {}

  /**
   * A refusal without a time.
   *
   * @param number of the AADSTS error
   */
  static WireAnswer answer(int status, int number, String error, String words) {
    return answer(status, number, error, words, Optional.empty());
  }

  static WireAnswer answer(
      int status, int number, String error, String words, Optional<Instant> at) {
    Optional<String> stamp = at.map(moment -> STAMP.format(moment.atOffset(ZoneOffset.UTC)));
    ObjectNode body =
        Tree.of(
            "error",
            error,
            "error_description",
            "AADSTS%d: %s".formatted(number, words)
                + stamp.map(text -> " Timestamp: " + text).orElse(""),
            "error_codes",
            List.of(number),
            "timestamp",
            stamp.orElse(null),
            "error_uri",
            "https://login.microsoftonline.com/error?code=" + number);
    return WireAnswer.json(status, body);
  }
}
