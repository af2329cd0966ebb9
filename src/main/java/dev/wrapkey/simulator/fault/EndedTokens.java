package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;
import dev.wrapkey.simulator.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tokens that a fault has ended: every service refuses them from then on, until the fault is
 * switched off. Another token of the same holder is good.
 *
 * <p>Words of Resource Manager as reported in 2023 (hashicorp/terraform-provider-azurerm 20867), of
 * Key Vault as in "Azure Key Vault REST API error codes", the challenge as in "Claims challenges,
 * claims requests, and client capabilities" and "Continuous access evaluation" (read on 22 November
 * 2026).
 */
final class EndedTokens {

  /**
   * How a service refuses a token.
   *
   * @param challenge of the header {@code WWW-Authenticate}
   */
  record End(Fault fault, Refusal refusal, String challenge) {}

  private static final List<Fault> ENDINGS = List.of(Fault.EXPIRED_TOKEN, Fault.CLAIMS_CHALLENGE);
  private static final String BEARER = "bearer ";
  private static final String AUTHORITY =
      "https://login.microsoftonline.com/common/oauth2/authorize";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

  private final Faults faults;
  private final String tenant;
  private final Supplier<Instant> now;
  private final Map<String, Fault> ended = new ConcurrentHashMap<>();

  EndedTokens(Faults faults, String tenant, Supplier<Instant> now) {
    this.faults = faults;
    this.tenant = tenant;
    this.now = now;
  }

  /** The end of the token that a request carries; empty if it is good or there is none. */
  Optional<End> of(WireRequest request) {
    String token = request.header("authorization");
    if (!token.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    Optional<Fault> fault =
        Optional.ofNullable(ended.get(token)).filter(faults::isOn).or(() -> struck(request));
    fault.ifPresent(by -> ended.put(token, by));
    return fault.map(by -> end(by, String.valueOf(request.uri().getHost())));
  }

  private Optional<Fault> struck(WireRequest request) {
    return ENDINGS.stream().filter(each -> faults.striking(each, request).isPresent()).findFirst();
  }

  private End end(Fault fault, String host) {
    return fault == Fault.EXPIRED_TOKEN ? expired(host) : challenged(host);
  }

  private End expired(String host) {
    String words =
        isStore(host)
            ? "[TokenExpired] Error validating token: 'S2S12086'."
            : "The access token expiry UTC time '%s' is earlier than current UTC time '%s'."
                .formatted(MOMENT.format(now.get().minusSeconds(11)), MOMENT.format(now.get()));
    return new End(
        Fault.EXPIRED_TOKEN,
        new Refusal(401, code(host, "ExpiredAuthenticationToken"), words),
        isStore(host)
            ? "Bearer authorization=\"https://login.windows.net/%s\", resource=\"https://%s\""
                .formatted(tenant, host.substring(host.indexOf('.') + 1))
            : "Bearer authorization_uri=\"%s\", error=\"invalid_token\", error_description=\"%s\""
                .formatted(AUTHORITY, words));
  }

  private End challenged(String host) {
    String claims =
        "{\"access_token\":{\"nbf\":{\"essential\":true, \"value\":\"%d\"}}}"
            .formatted(now.get().getEpochSecond());
    return new End(
        Fault.CLAIMS_CHALLENGE,
        new Refusal(
            401,
            code(host, "InvalidAuthenticationToken"),
            "Continuous access evaluation resulted in challenge with result: InteractionRequired"
                + " and code: TokenIssuedBeforeRevocationTimestamp"),
        "Bearer realm=\"\", authorization_uri=\"%s\", error=\"insufficient_claims\", claims=\"%s\""
            .formatted(
                AUTHORITY,
                Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))));
  }

  private static String code(String host, String otherwise) {
    return isStore(host) ? "Unauthorized" : otherwise;
  }

  private static boolean isStore(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".vault.azure.net") || lower.endsWith(".managedhsm.azure.net");
  }
}
