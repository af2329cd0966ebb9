package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** {@code Microsoft.KeyVault}: key vaults and managed HSMs. */
final class VaultHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/Microsoft.KeyVault/";
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.KeyVault/";
  private static final String VAULT_READ = "Microsoft.KeyVault/vaults/read";
  private static final String HSM_READ = "Microsoft.KeyVault/managedHSMs/read";

  private final World world;
  private final VaultJson json;

  VaultHandler(World world, String tenant) {
    this.world = world;
    this.json = new VaultJson(tenant);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", SUB + "vaults", VAULT_READ, c -> list(c, false)),
        new Route("GET", GROUP + "vaults", VAULT_READ, c -> list(c, false)),
        new Route(
            "GET",
            GROUP + "vaults/{name}",
            VAULT_READ,
            c -> WireAnswer.ok(json.vault(find(c, Vault.VAULTS)))),
        new Route("PUT", GROUP + "vaults/{name}", "Microsoft.KeyVault/vaults/write", this::put),
        new Route("GET", SUB + "managedHSMs", HSM_READ, c -> list(c, true)),
        new Route("GET", GROUP + "managedHSMs", HSM_READ, c -> list(c, true)),
        new Route(
            "GET",
            GROUP + "managedHSMs/{name}",
            HSM_READ,
            c -> WireAnswer.ok(json.hsm(find(c, Vault.HSMS)))));
  }

  private WireAnswer list(Call call, boolean hsms) {
    String scope = Groups.scope(world, call);
    List<Vault> found =
        world.vaults().all().stream()
            .filter(v -> v.isHsm() == hsms && v.id().isWithin(scope))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, hsms ? json::hsm : json::vault));
  }

  private Vault find(Call call, String type) {
    Groups.require(world, call);
    ArmId id = call.id(type);
    return world.vaults().get(id.key()).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    JsonNode body = call.body();
    ArmId id = call.id(Vault.VAULTS);
    if (!id.name().matches("(?i)(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]")) {
      throw new Refusal(400, "VaultNameNotValid", nameText(id.name()));
    }
    Region region =
        world
            .regions()
            .find(Tree.text(body, "location"))
            .orElseThrow(() -> ArmErrors.regionNotAvailable(Tree.text(body, "location"), "vaults"));
    Vault vault = VaultJson.read(id, region.name(), body);
    Optional<Vault> before = world.vaults().get(id.key());
    checkChange(vault, before);
    world.vaults().put(id.key(), vault);
    return WireAnswer.ok(json.vault(vault));
  }

  private void checkChange(Vault vault, Optional<Vault> before) {
    if (before.isEmpty() && world.vaultAt(vault.host()).isPresent()) {
      throw new Refusal(
          409,
          "VaultAlreadyExists",
          "The vault name '%s' is already in use.".formatted(vault.id().name()));
    }
    if (before.isPresent() && before.get().protection().purge() && !vault.protection().purge()) {
      throw new Refusal(
          400,
          "BadRequest",
          "The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge"
              + " protection for a vault is an irreversible action.");
    }
    int days = vault.protection().days();
    if (days < 7 || days > 90) {
      throw ArmErrors.invalidParameter("softDeleteRetentionInDays");
    }
  }

  private static String nameText(String name) {
    return ("The vault name '%s' is invalid. A vault's name must be between 3-24 alphanumeric"
            + " characters. The name must begin with a letter, end with a letter or digit, and"
            + " not contain consecutive hyphens.")
        .formatted(name);
  }
}
