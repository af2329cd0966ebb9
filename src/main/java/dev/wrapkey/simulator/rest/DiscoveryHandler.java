package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where clients learn how to sign in: OpenID configuration in its three shapes and the list of
 * authorities. Shapes as Entra and AD FS publish them (read November 2026).
 */
final class DiscoveryHandler {

  private static final String LOGIN = "https://login.microsoftonline.com/";
  private static final String ADFS = "adfs";
  private static final Set<String> SHARED = Set.of("common", "organizations");
  private static final String KNOWN = ".well-known/openid-configuration";

  private final String tenant;

  DiscoveryHandler(String tenant) {
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/common/discovery/instance", "", DiscoveryHandler::authorities),
        new Route("GET", "/{tenant}/v2.0/" + KNOWN, "", c -> configuration(c, "/v2.0")),
        new Route("GET", "/{tenant}/" + KNOWN, "", c -> configuration(c, "")),
        new Route("GET", "/{tenant}/discovery/v2.0/keys", "", c -> keys()),
        new Route("GET", "/{tenant}/discovery/keys", "", c -> keys()));
  }

  private WireAnswer configuration(Call call, String version) {
    String named = call.part("tenant").toLowerCase(Locale.ROOT);
    if (named.equals(ADFS)) {
      return WireAnswer.ok(shape(LOGIN + ADFS, "/oauth2", "", LOGIN + ADFS));
    }
    if (!named.equals(tenant) && !SHARED.contains(named)) {
      return TokenErrors.answer(
          400, 90002, "invalid_tenant", "Tenant '%s' not found.".formatted(call.part("tenant")));
    }
    String id = named.equals(tenant) ? tenant : "{tenantid}";
    String issuer =
        version.isEmpty() ? "https://sts.windows.net/" + id + "/" : LOGIN + id + version;
    return WireAnswer.ok(shape(LOGIN + named, "/oauth2" + version, version, issuer));
  }

  private static ObjectNode shape(String base, String endpoint, String version, String issuer) {
    return Tree.of(
        "token_endpoint",
        base + endpoint + "/token",
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post"),
        "jwks_uri",
        base + "/discovery" + version + "/keys",
        "response_modes_supported",
        List.of("query", "fragment", "form_post"),
        "subject_types_supported",
        List.of("pairwise"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"),
        "response_types_supported",
        List.of("code", "id_token", "code id_token", "token"),
        "scopes_supported",
        List.of("openid", "profile", "email", "offline_access"),
        "issuer",
        issuer,
        "authorization_endpoint",
        base + endpoint + "/authorize",
        "device_authorization_endpoint",
        base + endpoint + "/devicecode",
        "end_session_endpoint",
        base + endpoint + "/logout",
        "tenant_region_scope",
        "NA",
        "cloud_instance_name",
        "microsoftonline.com",
        "cloud_graph_host_name",
        "graph.windows.net",
        "msgraph_host",
        "graph.microsoft.com");
  }

  /** Tokens are signed with a key that only the practice cloud knows: there is none to publish. */
  private static WireAnswer keys() {
    return WireAnswer.ok(Tree.of("keys", List.of()));
  }

  private static WireAnswer authorities(Call call) {
    String endpoint = call.query("authorization_endpoint");
    List<String> names =
        List.of(
            "login.microsoftonline.com",
            "login.windows.net",
            "login.microsoft.com",
            "sts.windows.net");
    if (!names.contains(hostOf(endpoint))) {
      return TokenErrors.answer(400, 50049, "invalid_instance", "Unknown or invalid instance.");
    }
    String base = endpoint.replaceFirst("/oauth2/.*$", "");
    return WireAnswer.ok(
        Tree.of(
            "tenant_discovery_endpoint",
            base + "/v2.0/" + KNOWN,
            "api-version",
            call.query("api-version"),
            "metadata",
            List.of(
                Tree.of(
                    "preferred_network",
                    "login.microsoftonline.com",
                    "preferred_cache",
                    "login.windows.net",
                    "aliases",
                    names))));
  }

  private static String hostOf(String address) {
    try {
      return String.valueOf(URI.create(address).getHost()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(400, "invalid_request", "The authorization_endpoint is malformed.");
    }
  }
}
