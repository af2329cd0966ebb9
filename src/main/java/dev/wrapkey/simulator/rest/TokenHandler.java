package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code login.microsoftonline.com}: tokens for the practice service principal, by client secret.
 */
final class TokenHandler {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);

  private final World world;
  private final Tokens tokens;
  private final Application application;

  TokenHandler(World world, Tokens tokens, Application application) {
    this.world = world;
    this.tokens = tokens;
    this.application = application;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/{tenant}/oauth2/v2.0/token", "", this::issue),
        new Route("POST", "/{tenant}/oauth2/token", "", this::issue));
  }

  private WireAnswer issue(Call call) {
    Map<String, String> form = form(call.request());
    String client = form.getOrDefault("client_id", "");
    if (!call.part("tenant").equalsIgnoreCase(application.tenant())) {
      return refuse(
          400, 90002, "invalid_request", "Tenant '%s' not found.".formatted(call.part("tenant")));
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
    if (!matches(form.getOrDefault("client_secret", ""))) {
      return refuse(
          401,
          7000215,
          "invalid_client",
          ("Invalid client secret provided. Ensure the secret being sent in the request is the"
               + " client secret value, not the client secret ID, for a secret added to app '%s'.")
              .formatted(client));
    }
    return grant(audience(form));
  }

  private WireAnswer grant(String audience) {
    return WireAnswer.ok(
            Tree.of(
                "token_type",
                "Bearer",
                "expires_in",
                Tokens.LIFE_SECONDS,
                "ext_expires_in",
                Tokens.LIFE_SECONDS,
                "access_token",
                tokens.issue(application.principal(), audience, world.now())))
        .with("Cache-Control", "no-store, no-cache");
  }

  private WireAnswer refuse(int status, int number, String error, String words) {
    String stamp = STAMP.format(world.now().atOffset(ZoneOffset.UTC));
    ObjectNode body =
        Tree.of(
            "error",
            error,
            "error_description",
            "AADSTS%d: %s Timestamp: %s".formatted(number, words, stamp),
            "error_codes",
            List.of(number),
            "timestamp",
            stamp,
            "error_uri",
            "https://login.microsoftonline.com/error?code=" + number);
    return WireAnswer.json(status, body);
  }

  private boolean matches(String given) {
    byte[] secret = application.secret().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret);
  }

  private static String audience(Map<String, String> form) {
    String scope = form.getOrDefault("scope", form.getOrDefault("resource", ""));
    return scope.endsWith("/.default")
        ? scope.substring(0, scope.length() - "/.default".length())
        : scope;
  }

  private static Map<String, String> form(WireRequest request) {
    String text = new String(request.body(), StandardCharsets.UTF_8);
    WireRequest asQuery =
        new WireRequest(
            "GET", URI.create("https://form/?" + text.strip()), request.headers(), new byte[0]);
    return new TreeMap<>(Call.query(asQuery));
  }
}
