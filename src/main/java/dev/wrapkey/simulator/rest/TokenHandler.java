package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code login.microsoftonline.com}: tokens for the practice service principal, by client secret or
 * certificate, and for the person.
 */
final class TokenHandler {

  private static final String ADFS = "adfs";
  private static final String DEFAULT = "/.default";

  private final World world;
  private final Tokens tokens;
  private final Application application;
  private final PersonHandler people;

  TokenHandler(World world, Tokens tokens, Application application, PersonHandler people) {
    this.world = world;
    this.tokens = tokens;
    this.application = application;
    this.people = people;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/{tenant}/oauth2/v2.0/token", "", this::issue),
        new Route("POST", "/{tenant}/oauth2/token", "", this::issue)); // v1, and AD FS as a tenant
  }

  private WireAnswer issue(Call call) {
    Map<String, String> form = form(call.request());
    String client = form.getOrDefault("client_id", "");
    String named = call.part("tenant");
    Optional<WireAnswer> person =
        people.serves(named) ? people.redeem(form, audience(form)) : Optional.empty();
    if (person.isPresent()) {
      return person.get();
    }
    if (!named.equalsIgnoreCase(application.tenant()) && !named.equalsIgnoreCase(ADFS)) {
      return refuse(400, 90002, "invalid_request", "Tenant '%s' not found.".formatted(named));
    }
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      return refuse(
          400,
          70003,
          "unsupported_grant_type",
          "The app requested an unsupported grant type '%s'."
              .formatted(form.getOrDefault("grant_type", "")));
    }
    if (!client.equalsIgnoreCase(application.principal().appId())) {
      return refuse(
          400,
          700016,
          "unauthorized_client",
          "Application with identifier '%s' was not found in the directory 'Practice'."
              .formatted(client));
    }
    return form.containsKey("client_assertion") ? certified(form, client) : secretive(form, client);
  }

  private WireAnswer certified(Map<String, String> form, String client) {
    boolean good =
        form.getOrDefault("client_assertion_type", "").equals(ClientAssertion.TYPE)
            && new ClientAssertion(form.getOrDefault("client_assertion", ""))
                .isBy(client, application.certificates().get());
    return good
        ? grant(form)
        : refuse(
            401,
            700027,
            "invalid_client",
            "The certificate with identifier used to sign the client assertion is not registered on"
                + " application.");
  }

  private WireAnswer secretive(Map<String, String> form, String client) {
    if (!form.containsKey("client_secret")) {
      return refuse(
          401,
          7000216,
          "invalid_client",
          "'client_assertion', 'client_secret' or 'request' is required for the"
              + " 'client_credentials' grant type.");
    }
    return matches(form.getOrDefault("client_secret", "")) ? grant(form) : wrongSecret(client);
  }

  private WireAnswer wrongSecret(String client) {
    return refuse(
        401,
        7000215,
        "invalid_client",
        ("Invalid client secret provided. Ensure the secret being sent in the request is the"
                + " client secret value, not the client secret ID, for a secret added to app '%s'.")
            .formatted(client));
  }

  private WireAnswer grant(Map<String, String> form) {
    String audience = audience(form);
    return audience.isEmpty()
        ? refuse(
            400,
            90014,
            "invalid_request",
            "The required field 'scope' is missing from the credential.")
        : grant(audience, !form.containsKey("scope"));
  }

  /**
   * @param oldStyle the first version of the endpoint, which is asked for a {@code resource} and
   *     writes numbers as texts
   */
  private WireAnswer grant(String audience, boolean oldStyle) {
    String token = tokens.issue(application.principal(), audience, world.now());
    long now = world.now().getEpochSecond();
    ObjectNode body =
        oldStyle
            ? Tree.of(
                "token_type", "Bearer",
                "expires_in", String.valueOf(Tokens.LIFE_SECONDS),
                "ext_expires_in", String.valueOf(Tokens.LIFE_SECONDS),
                "expires_on", String.valueOf(now + Tokens.LIFE_SECONDS),
                "not_before", String.valueOf(now),
                "resource", audience,
                "access_token", token)
            : Tree.of(
                "token_type",
                "Bearer",
                "expires_in",
                Tokens.LIFE_SECONDS,
                "ext_expires_in",
                Tokens.LIFE_SECONDS,
                "access_token",
                token);
    return WireAnswer.ok(body).with("Cache-Control", "no-store, no-cache");
  }

  private WireAnswer refuse(int status, int number, String error, String words) {
    return TokenErrors.answer(status, number, error, words, Optional.of(world.now()));
  }

  private boolean matches(String given) {
    byte[] secret = application.secret().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret);
  }

  /** MSAL for Java puts {@code openid profile offline_access} around the scope it means. */
  private static String audience(Map<String, String> form) {
    String scope = form.getOrDefault("scope", form.getOrDefault("resource", "")).strip();
    return Stream.of(scope.split("\\s+"))
        .filter(one -> one.endsWith(DEFAULT))
        .map(one -> one.substring(0, one.length() - DEFAULT.length()))
        .findFirst()
        .orElse(scope);
  }

  static Map<String, String> form(WireRequest request) {
    try {
      return Call.pairs(new String(request.body(), StandardCharsets.UTF_8).strip());
    } catch (IllegalArgumentException malformed) {
      return Map.of();
    }
  }
}
