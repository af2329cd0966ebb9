package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;
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

  private final World world;
  private final Tokens tokens;
  private final String tenant;
  private final List<Route> routes = new ArrayList<>();

  KeyPlane(World world, Tokens tokens, String tenant) {
    this.world = world;
    this.tokens = tokens;
    this.tenant = tenant;
  }

  /** Adds routes; among those that fit a path the first one added serves it. */
  void add(List<Route> more) {
    routes.addAll(more);
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
    Audience audience = vault.isHsm() ? Audience.HSM : Audience.VAULT;
    WireAnswer answer;
    try {
      Optional<Principal> caller = tokens.principal(request.header("authorization"), audience);
      answer = caller.isEmpty() ? challenge(vault) : route(request, vault, caller.get());
    } catch (Refusal refused) {
      answer = Front.answer(refused);
      answer = refused.status() == 401 ? challenged(answer, audience) : answer;
    }
    return answer
        .with("x-ms-keyvault-region", vault.region())
        .with("x-ms-keyvault-service-version", "1.9.2264.1")
        .with(
            "x-ms-keyvault-network-info",
            "conn_type=Ipv4;addr=203.0.113.7;act_addr_fam=InterNetwork;");
  }

  private WireAnswer challenge(Vault vault) {
    Refusal missing =
        new Refusal(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");
    return vault.isHsm()
        ? challenged(WireAnswer.empty(401), Audience.HSM)
        : challenged(Front.answer(missing), Audience.VAULT);
  }

  private WireAnswer challenged(WireAnswer answer, Audience audience) {
    return answer.with(
        "WWW-Authenticate",
        "Bearer authorization=\"https://login.microsoftonline.com/%s\", resource=\"%s\""
            .formatted(tenant, audience.resource()));
  }

  private WireAnswer route(WireRequest request, Vault vault, Principal caller) {
    ApiVersions.require(Call.query(request).getOrDefault("api-version", ""));
    String path = request.uri().getRawPath();
    List<String> segments = PathTemplate.segments(path);
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(segments);
      if (parts.isPresent() && route.method().equals(request.method())) {
        return route.handler().handle(new Call(request, parts.get(), caller));
      }
    }
    throw ArmErrors.noSuchRoute(request.method(), path);
  }
}
