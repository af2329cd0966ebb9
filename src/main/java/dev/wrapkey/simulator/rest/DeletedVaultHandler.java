package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.DeletedVault;
import dev.wrapkey.simulator.world.VaultRefusals;
import dev.wrapkey.simulator.world.Vaults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Deleted vaults and managed HSMs: list, get, purge; and the names that are free. */
final class DeletedVaultHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/Microsoft.KeyVault/";
  private static final String PLACE = SUB + "locations/{location}/";
  private static final String RIGHT = "Microsoft.KeyVault/";

  private final Vaults vaults;
  private final VaultOperations operations;
  private final VaultJson json;

  DeletedVaultHandler(Vaults vaults, VaultOperations operations, VaultJson json) {
    this.vaults = vaults;
    this.operations = operations;
    this.json = json;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String type : List.of("deletedVaults", "deletedManagedHSMs")) {
      boolean hsms = type.equals("deletedManagedHSMs");
      String one = PLACE + type + "/{name}";
      String purge = RIGHT + "locations/" + type + "/purge/action";
      routes.add(new Route("GET", SUB + type, RIGHT + type + "/read", c -> list(c, hsms)));
      routes.add(new Route("GET", one, RIGHT + "locations/" + type + "/read", c -> get(c, hsms)));
      routes.add(new Route("POST", one + "/purge", purge, c -> purge(c, hsms)));
    }
    routes.add(new Route("POST", SUB + "checkNameAvailability", "", c -> name(c, false)));
    routes.add(new Route("POST", SUB + "checkMhsmNameAvailability", "", c -> name(c, true)));
    return routes;
  }

  /** Azure chains pages of deleted vaults even where they are empty (recorded). */
  private WireAnswer list(Call call, boolean hsms) {
    List<DeletedVault> found = vaults.deletedIn(call.part("sub"), hsms);
    Function<DeletedVault, ObjectNode> shape = hsms ? json::deletedHsm : json::deletedVault;
    return WireAnswer.ok(
        hsms ? Paging.page(call, found, shape) : Paging.chained(call, found, shape));
  }

  /** The region in the path is not compared: names are unique in the world. */
  private DeletedVault find(Call call, boolean hsm) {
    return vaults
        .deleted(VaultHandler.host(call.part("name"), hsm))
        .filter(d -> d.vault().id().subscription().equalsIgnoreCase(call.part("sub")))
        .orElseThrow(() -> VaultRefusals.deletedNotFound(call.part("name")));
  }

  private WireAnswer get(Call call, boolean hsm) {
    DeletedVault found = find(call, hsm);
    return WireAnswer.ok(hsm ? json.deletedHsm(found) : json.deletedVault(found));
  }

  private WireAnswer purge(Call call, boolean hsm) {
    DeletedVault found = find(call, hsm);
    vaults.purge(found);
    return operations.accepted(call, found.vault());
  }

  private WireAnswer name(Call call, boolean hsm) {
    String name = Tree.text(call.body(), "name");
    if (!name.matches(VaultHandler.NAME)) {
      return unavailable("AccountNameInvalid", VaultRefusals.nameText(name));
    }
    if (!vaults.isFree(VaultHandler.host(name, hsm))) {
      return unavailable("AlreadyExists", "The vault name '%s' is already in use.".formatted(name));
    }
    return WireAnswer.ok(Tree.of("nameAvailable", true));
  }

  private static WireAnswer unavailable(String reason, String message) {
    return WireAnswer.ok(Tree.of("nameAvailable", false, "reason", reason, "message", message));
  }
}
