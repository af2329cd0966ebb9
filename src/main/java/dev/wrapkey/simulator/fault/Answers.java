package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireAnswer;
import dev.wrapkey.simulator.rest.WireRequest;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.Refusal;
import java.util.Locale;

/** Azure's words for what goes wrong. Sources: docs/practice-cloud.md. */
final class Answers {

  private static final String MANAGEMENT = "management.azure.com";

  private Answers() {}

  static Refusal throttled(WireRequest request, int seconds) {
    if (!isManagement(request)) {
      return new Refusal(
          429,
          "Throttled",
          "Request was not processed because too many requests were received. Reason:"
              + " VaultRequestTypeLimitReached");
    }
    String path = request.uri().getPath();
    if (path.toLowerCase(Locale.ROOT).contains("microsoft.resourcegraph")) {
      return new Refusal(
          429,
          "RateLimiting",
          "Please provide below info when asking for support: the client has been throttled.");
    }
    return new Refusal(
        429,
        "SubscriptionRequestsThrottled",
        ("Number of requests for subscription '%s' and operation '%s' exceeded the backend storage"
                + " limit. Please try again after '%d' seconds.")
            .formatted(subscription(path), request.method() + operation(path), seconds));
  }

  static WireAnswer retryAfter(WireRequest request, WireAnswer refusal, int seconds) {
    WireAnswer answer = refusal.with("Retry-After", String.valueOf(seconds));
    return isManagement(request) ? answer.with("x-ms-failure-cause", "gateway") : answer;
  }

  static Refusal busy(WireRequest request) {
    return new Refusal(
        409,
        "ServerIsBusy",
        ("Cannot complete operation while server '%s' is busy processing another operation. Try"
                + " again later.")
            .formatted(new ArmId(request.uri().getPath()).name()));
  }

  static Problem unexpected(String trackingId) {
    return new Problem(
        "InternalServerError",
        "An unexpected error occured while processing the request. Tracking ID: '%s'"
            .formatted(trackingId));
  }

  private static boolean isManagement(WireRequest request) {
    return MANAGEMENT.equalsIgnoreCase(request.uri().getHost());
  }

  private static String subscription(String path) {
    String[] segments = path.split("/");
    return segments.length > 2 ? segments[2] : "";
  }

  /** Types without names, in capitals, as Azure writes an operation. */
  private static String operation(String path) {
    StringBuilder types = new StringBuilder();
    String[] segments = path.split("/");
    for (int i = 1; i < segments.length; i += 2) {
      types.append('/').append(segments[i]);
      if (segments[i].equalsIgnoreCase("providers") && i + 1 < segments.length) {
        types.append('/').append(segments[i + 1]);
      }
    }
    return types.toString().toUpperCase(Locale.ROOT);
  }
}
