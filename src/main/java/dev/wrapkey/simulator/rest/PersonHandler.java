package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How people sign in: authorization codes for browsers, codes for devices, refresh tokens (OAuth
 * 2.0: RFC 6749, 7636, 8628; texts of Entra as documented on 22 November 2026). The page that would
 * ask for a name and a password is left out: there is one person, see {@link Person}.
 */
final class PersonHandler {

  static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Set<String> SHARED = Set.of("common", "organizations");
  private static final Pattern LOCAL = Pattern.compile("http://localhost(:\\d{1,5})?(/[\\w./-]*)?");
  // Entra says 5.
  private static final int INTERVAL = 1;

  private final World world;
  private final Tokens tokens;
  private final SignIns signIns;
  private final Person person;
  private final String tenant;

  PersonHandler(World world, Tokens tokens, SignIns signIns, Person person, String tenant) {
    this.world = world;
    this.tokens = tokens;
    this.signIns = signIns;
    this.person = person;
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/{tenant}/oauth2/v2.0/devicecode", "", this::device),
        new Route("GET", "/{tenant}/oauth2/v2.0/authorize", "", this::authorize));
  }

  /** Whether people may sign in to what a path names as tenant. */
  boolean serves(String named) {
    return named.equalsIgnoreCase(tenant) || SHARED.contains(named.toLowerCase(Locale.ROOT));
  }

  private WireAnswer device(Call call) {
    if (!serves(call.part("tenant"))) {
      return refuse(
          400, 90002, "invalid_request", "Tenant '%s' not found.".formatted(call.part("tenant")));
    }
    String client = TokenHandler.form(call.request()).getOrDefault("client_id", "");
    if (client.isEmpty()) {
      return refuse(400, 900144, "invalid_request", "The request body must contain: 'client_id'.");
    }
    String code = signIns.device(client, world.now());
    String shown = signIns.find(code).map(SignIns.Device::userCode).orElse("");
    String page = "https://microsoft.com/devicelogin";
    return WireAnswer.ok(
        Tree.of(
            "user_code", shown,
            "device_code", code,
            "verification_uri", page,
            "expires_in", SignIns.DEVICE_SECONDS,
            "interval", INTERVAL,
            "message",
                "To sign in, use a web browser to open the page %s and enter the code %s to authenticate."
                    .formatted(page, shown)));
  }

  private WireAnswer authorize(Call call) {
    String redirect = call.query("redirect_uri");
    if (!LOCAL.matcher(redirect).matches() || !serves(call.part("tenant"))) {
      return refuse(
          400,
          50011,
          "invalid_request",
          "The redirect URI '%s' specified in the request does not match the redirect URIs"
                  .formatted(redirect)
              + " configured for the application.");
    }
    String code =
        signIns.code(
            new SignIns.Code(
                call.query("client_id"),
                redirect,
                call.query("code_challenge"),
                call.query("nonce")));
    String state = call.query("state");
    if (call.query("response_mode").equals("form_post")) {
      return page(redirect, code, state);
    }
    String query =
        "?code=" + code + "&state=" + java.net.URLEncoder.encode(state, StandardCharsets.UTF_8);
    return WireAnswer.empty(302).with("Location", redirect + query);
  }

  /** A form that a browser sends by itself. */
  private static WireAnswer page(String redirect, String code, String state) {
    String html =
        """
        <html><head><title>Working...</title></head><body>
        <form method="POST" name="hiddenform" action="%s">
        <input type="hidden" name="code" value="%s"/>
        <input type="hidden" name="state" value="%s"/>
        </form>
        <script>document.forms[0].submit();</script></body></html>
        """
            .formatted(redirect, code, escaped(state));
    return WireAnswer.text(html).with("Content-Type", "text/html; charset=utf-8");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  /** Redeems what a person's client shows; empty if it is no business of people. */
  Optional<WireAnswer> redeem(Map<String, String> form, String audience) {
    return switch (form.getOrDefault("grant_type", "")) {
      case DEVICE_GRANT, "device_code" -> Optional.of(byDevice(form, audience));
      case "authorization_code" -> Optional.of(byCode(form, audience));
      case "refresh_token" -> Optional.of(byRefresh(form, audience));
      default -> Optional.empty();
    };
  }

  private WireAnswer byDevice(Map<String, String> form, String audience) {
    String code = form.getOrDefault("device_code", form.getOrDefault("code", ""));
    Optional<SignIns.Device> device =
        signIns.find(code).filter(d -> d.client().equalsIgnoreCase(client(form)));
    if (device.isEmpty()) {
      return refuse(400, 70019, "bad_verification_code", "The device code is not known.");
    }
    if (world.now().isAfter(device.get().ends())) {
      return refuse(
          400,
          70020,
          "expired_token",
          "The provided value for the input parameter" + " 'device_code' is expired.");
    }
    return switch (device.get().decision()) {
      case NONE ->
          refuse(
              400,
              70016,
              "authorization_pending",
              "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
      case DECLINED ->
          refuse(400, 50199, "authorization_declined", "The person declined the authorization.");
      case APPROVED -> {
        signIns.end(code);
        yield grant(client(form), audience, "");
      }
    };
  }

  private WireAnswer byCode(Map<String, String> form, String audience) {
    Optional<SignIns.Code> code = signIns.redeem(form.getOrDefault("code", ""));
    boolean fits =
        code.isPresent()
            && code.get().client().equalsIgnoreCase(client(form))
            && code.get().redirect().equals(form.getOrDefault("redirect_uri", ""))
            && proves(code.get().challenge(), form.getOrDefault("code_verifier", ""));
    return fits
        ? grant(client(form), audience, code.get().nonce())
        : refuse(
            400,
            70000,
            "invalid_grant",
            "The provided value for the 'code' parameter is not valid.");
  }

  private WireAnswer byRefresh(Map<String, String> form, String audience) {
    return signIns.isRefreshToken(form.getOrDefault("refresh_token", ""), client(form))
        ? grant(client(form), audience, "")
        : refuse(
            400,
            700082,
            "invalid_grant",
            "The refresh token has expired due to inactivity, or belongs to somebody else.");
  }

  private WireAnswer grant(String client, String audience, String nonce) {
    person.equip();
    Principal principal = Person.using(client);
    ObjectNode body =
        Tree.of(
            "token_type",
            "Bearer",
            "scope",
            audience + "/.default",
            "expires_in",
            Tokens.LIFE_SECONDS,
            "ext_expires_in",
            Tokens.LIFE_SECONDS,
            "access_token",
            tokens.issueToPerson(principal, audience, world.now()),
            "refresh_token",
            signIns.refreshToken(client),
            "id_token",
            tokens.identityToken(principal, client, nonce, world.now()),
            "client_info",
            encode(
                Tree.of("uid", Person.OBJECT, "utid", tenant)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)));
    return WireAnswer.ok(body).with("Cache-Control", "no-store, no-cache");
  }

  private static boolean proves(String challenge, String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return challenge.isEmpty() || challenge.equals(encode(hash));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String client(Map<String, String> form) {
    return form.getOrDefault("client_id", "");
  }

  private WireAnswer refuse(int status, int number, String error, String words) {
    return TokenErrors.answer(status, number, error, words, Optional.of(world.now()));
  }
}
