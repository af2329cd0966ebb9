package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code *.vault.azure.net} and {@code *.managedhsm.azure.net}: the challenge, then the vault's own
 * routes.
 */
final class KeyPlane {

  private static final String ROLES = "{scope}/providers/Microsoft.Authorization/roleAssignments";

  private final World world;
  private final Access access;
  private final Tokens tokens;
  private final KeyStores keys;
  private final KeyJson json;
  private final String tenant;

  KeyPlane(World world, Access access, Tokens tokens, KeyStores keys, KeyJson json, String tenant) {
    this.world = world;
    this.access = access;
    this.tokens = tokens;
    this.keys = keys;
    this.json = json;
    this.tenant = tenant;
  }

  WireAnswer handle(WireRequest request) {
    String host = request.uri().getHost();
    Vault vault =
        world
            .vaultAt(host)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "VaultNotFound",
                        "The practice cloud has no key store at " + host + "."));
    Optional<Principal> caller = tokens.principal(request.header("authorization"));
    WireAnswer answer;
    try {
      answer = caller.isEmpty() ? challenge(vault) : route(request, vault, caller.get());
    } catch (Refusal refused) {
      answer = Front.answer(refused);
    }
    return answer
        .with("x-ms-keyvault-region", vault.region())
        .with("x-ms-keyvault-service-version", "1.9.2264.1")
        .with(
            "x-ms-keyvault-network-info",
            "conn_type=Ipv4;addr=203.0.113.7;act_addr_fam=InterNetwork;");
  }

  private WireAnswer challenge(Vault vault) {
    String resource = vault.isHsm() ? "https://managedhsm.azure.net" : "https://vault.azure.net";
    String text =
        "Bearer authorization=\"https://login.microsoftonline.com/%s\", resource=\"%s\""
            .formatted(tenant, resource);
    Refusal missing =
        new Refusal(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");
    return (vault.isHsm() ? WireAnswer.empty(401) : Front.answer(missing))
        .with("WWW-Authenticate", text);
  }

  private WireAnswer route(WireRequest request, Vault vault, Principal caller) {
    if (!Call.query(request).containsKey("api-version")) {
      throw KeyRefusals.badParameter("api-version must be specified");
    }
    List<Route> routes = new ArrayList<>(new KeyHandler(keys, json, vault).routes());
    if (vault.isHsm()) {
      routes.add(new Route("GET", ROLES, "", call -> roles(call, vault)));
    }
    String path = request.uri().getRawPath();
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(path);
      if (parts.isPresent() && route.method().equals(request.method())) {
        return route.handler().handle(new Call(request, parts.get(), caller));
      }
    }
    throw ArmErrors.noSuchRoute(request.method(), path);
  }

  /**
   * A managed HSM keeps its own role assignments; scopes are {@code /}, {@code /keys} and {@code
   * /keys/name}.
   */
  private WireAnswer roles(Call call, Vault hsm) {
    String mine = "hsm://" + hsm.id().name();
    if (!access.permitsData(
        call.caller().objectId(),
        mine,
        "Microsoft.KeyVault/managedHsm/roleAssignments/read/action")) {
      throw new Refusal(
          403,
          "Forbidden",
          "ForbiddenByRbac",
          "Caller is not authorized to read role assignments.");
    }
    String scope = mine + (call.part("scope").equals("/") ? "" : call.part("scope"));
    List<RoleAssignment> found =
        world.assignments().all().stream()
            .filter(a -> a.covers(scope))
            .map(a -> withLocalScope(a, mine))
            .toList();
    return WireAnswer.ok(
        Tree.of("value", found.stream().map(a -> RoleJson.assignment("", a)).toList()));
  }

  private static RoleAssignment withLocalScope(RoleAssignment assignment, String prefix) {
    String scope = assignment.scope().substring(prefix.length());
    return new RoleAssignment(
        assignment.name(),
        scope.isEmpty() ? "/" : scope,
        assignment.role(),
        assignment.principal(),
        assignment.created());
  }
}
