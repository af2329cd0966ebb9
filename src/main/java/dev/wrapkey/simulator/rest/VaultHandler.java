package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.VaultRefusals;
import dev.wrapkey.simulator.world.Vaults;
import dev.wrapkey.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code Microsoft.KeyVault/vaults} and {@code /managedHSMs} as resources. */
final class VaultHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/Microsoft.KeyVault/";
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.KeyVault/";
  private static final String RIGHT = "Microsoft.KeyVault/";

  private final World world;
  private final Vaults vaults;
  private final VaultOperations operations;
  private final VaultJson json;

  VaultHandler(World world, Vaults vaults, VaultOperations operations, VaultJson json) {
    this.world = world;
    this.vaults = vaults;
    this.operations = operations;
    this.json = json;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String type : List.of("vaults", "managedHSMs")) {
      boolean hsms = type.equals("managedHSMs");
      String read = RIGHT + type + "/read";
      String write = RIGHT + type + "/write";
      String one = GROUP + type + "/{name}";
      routes.add(new Route("GET", SUB + type, read, c -> list(c, hsms)));
      routes.add(new Route("GET", GROUP + type, read, c -> list(c, hsms)));
      routes.add(new Route("GET", one, read, c -> shown(find(c, hsms))));
      routes.add(new Route("PUT", one, write, c -> put(c, hsms)));
      routes.add(new Route("PATCH", one, write, c -> patch(c, hsms)));
      routes.add(new Route("DELETE", one, RIGHT + type + "/delete", c -> delete(c, hsms)));
    }
    routes.add(
        new Route(
            "PUT",
            GROUP + "vaults/{name}/accessPolicies/{kind}",
            RIGHT + "vaults/accessPolicies/write",
            this::policies));
    return routes;
  }

  /** Azure chains an empty page to a page that is not empty (recorded). */
  private WireAnswer list(Call call, boolean hsms) {
    String scope = Groups.scope(world, call);
    List<Vault> found =
        world.vaults().all().stream()
            .filter(v -> v.isHsm() == hsms && v.id().isWithin(scope))
            .toList();
    return WireAnswer.ok(
        hsms ? Paging.page(call, found, json::hsm) : Paging.trailing(call, found, json::vault));
  }

  private Vault find(Call call, boolean hsm) {
    Groups.require(world, call);
    ArmId id = id(call, hsm);
    return vaults.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private static ArmId id(Call call, boolean hsm) {
    return call.id(hsm ? Vault.HSMS : Vault.VAULTS);
  }

  private WireAnswer shown(Vault vault) {
    return WireAnswer.ok(vault.isHsm() ? json.hsm(vault) : json.vault(vault));
  }

  private WireAnswer put(Call call, boolean hsm) {
    Groups.require(world, call);
    JsonNode body = call.body();
    ArmId id = id(call, hsm);
    if (!id.name().matches(NAME)) {
      throw VaultRefusals.badName(id.name());
    }
    Region region =
        world
            .regions()
            .find(Tree.text(body, "location"))
            .orElseThrow(() -> ArmErrors.regionNotAvailable(Tree.text(body, "location"), "vaults"));
    if (Tree.text(body, "properties", "createMode").equalsIgnoreCase("recover")) {
      return shown(vaults.recover(id, host(id.name(), hsm)));
    }
    Optional<Vault> before = vaults.find(id);
    ArmId kept = before.map(Vault::id).orElse(id);
    Vault vault = VaultReader.put(kept, region.name(), body, before, stamp(call, before));
    vaults.put(vault);
    return before.isPresent() || hsm ? shown(vault) : WireAnswer.ok(json.fresh(vault));
  }

  /** What a name of a vault looks like. */
  static final String NAME = "(?i)(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]";

  static String host(String name, boolean hsm) {
    return (name + (hsm ? ".managedhsm.azure.net" : ".vault.azure.net")).toLowerCase(Locale.ROOT);
  }

  private Vault.Stamp stamp(Call call, Optional<Vault> before) {
    Instant now = world.now();
    Instant ready = before.isPresent() ? now : world.pace().vaultCreation();
    return VaultReader.stamp(before, call.caller().appId(), now, ready);
  }

  private WireAnswer patch(Call call, boolean hsm) {
    Vault before = find(call, hsm);
    Vault after = VaultReader.patch(before, call.body(), stamp(call, Optional.of(before)));
    vaults.put(after);
    return shown(after);
  }

  /** Deleting what is not there is no error (documented). */
  private WireAnswer delete(Call call, boolean hsm) {
    Groups.require(world, call);
    Optional<Vault> found = vaults.find(id(call, hsm));
    found.ifPresent(vaults::delete);
    return found.isPresent() && hsm
        ? operations.accepted(call, found.get())
        : WireAnswer.empty(found.isPresent() ? 200 : 204);
  }

  private WireAnswer policies(Call call) {
    Vault vault = find(call, false);
    List<Vault.Policy> given =
        VaultReader.policies(Tree.at(call.body(), "properties", "accessPolicies"));
    List<Vault.Policy> after =
        PolicyChange.of(call.part("kind")).apply(vault.rights().policies(), given);
    Vault changed = vault.with(new Vault.Rights(vault.rights().rbac(), after), world.now());
    vaults.put(changed);
    return WireAnswer.json(
        changed.rights().equals(vault.rights()) ? 200 : 201,
        Tree.of(
            "id", vault.id().text() + "/accessPolicies/",
            "type", Vault.VAULTS + "/accessPolicies",
            "properties", Tree.of("accessPolicies", after.stream().map(json::policy).toList())));
  }
}
