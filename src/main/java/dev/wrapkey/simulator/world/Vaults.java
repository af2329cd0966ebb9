package dev.wrapkey.simulator.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Vaults and managed HSMs as resources: made, changed, deleted, recovered, purged. A deleted one
 * cannot be reached and its name cannot be given anew. One whose retention has passed is destroyed
 * whenever somebody looks.
 */
public final class Vaults {

  private final World world;
  private final KeyStores keys;

  public Vaults(World world, KeyStores keys) {
    this.world = world;
    this.keys = keys;
  }

  public Optional<Vault> find(ArmId id) {
    return world.vaults().get(id.key());
  }

  /**
   * Stores a new or changed vault.
   *
   * @throws Refusal 409 if the name of a new one is taken, be it by a deleted one
   */
  public void put(Vault vault) {
    if (find(vault.id()).isEmpty()) {
      if (deleted(vault.host()).isPresent()) {
        throw VaultRefusals.nameOfDeleted(vault);
      }
      if (world.vaultAt(vault.host()).isPresent()) {
        throw VaultRefusals.nameTaken(vault.id().name());
      }
    }
    world.vaults().put(vault.id().key(), vault);
    vault.details().admins().forEach(a -> administrate(vault, a));
  }

  /** The first administrators of a managed HSM have their role in the HSM itself. */
  private void administrate(Vault hsm, String admin) {
    String scope = "hsm://" + hsm.id().name() + "/";
    String name =
        UUID.nameUUIDFromBytes((scope + admin).getBytes(StandardCharsets.UTF_8)).toString();
    String role = world.roles().named("Managed HSM Administrator").id();
    world.assignments().put(name, new RoleAssignment(name, scope, role, admin, world.now()));
  }

  /** Whether nobody has the name. */
  public boolean isFree(String host) {
    return world.vaultAt(host).isEmpty() && deleted(host).isEmpty();
  }

  /**
   * Deletes a vault with everything in it; one without soft delete is gone for ever. The role
   * assignments on it go with it and no recovery brings them back ("Azure Key Vault soft-delete
   * overview", 2025); those that a managed HSM keeps itself stay in it.
   */
  public void delete(Vault vault) {
    world.vaults().remove(vault.id().key());
    world.assignments().all().stream()
        .filter(a -> new ArmId(a.scope()).isWithin(vault.id().text()))
        .forEach(a -> world.assignments().remove(a.name().toLowerCase(Locale.ROOT)));
    if (!vault.protection().softDelete()) {
      keys.destroyAll(vault);
      return;
    }
    Instant now = world.now();
    Instant purge = now.plus(Duration.ofDays(vault.protection().days()));
    world.deletedVaults().put(vault.host(), new DeletedVault(vault, now, purge));
  }

  /** The deleted ones of a subscription. */
  public List<DeletedVault> deletedIn(String subscription, boolean hsms) {
    return world.deletedVaults().all().stream()
        .filter(this::stillThere)
        .filter(d -> d.vault().isHsm() == hsms)
        .filter(d -> d.vault().id().subscription().equalsIgnoreCase(subscription))
        .toList();
  }

  public Optional<DeletedVault> deleted(String host) {
    return world.deletedVaults().get(host).filter(this::stillThere);
  }

  private boolean stillThere(DeletedVault deleted) {
    if (world.now().isBefore(deleted.purge())) {
      return true;
    }
    destroy(deleted);
    return false;
  }

  /**
   * Brings a deleted vault back, under its old identifier only.
   *
   * @param host of the deleted one
   * @throws Refusal 404 if there is none, 409 if it was another resource group's
   */
  public Vault recover(ArmId id, String host) {
    DeletedVault deleted =
        deleted(host).orElseThrow(() -> VaultRefusals.deletedNotFound(id.name()));
    if (!deleted.vault().id().key().equals(id.key())) {
      throw VaultRefusals.recoverElsewhere(deleted.vault());
    }
    world.deletedVaults().remove(host);
    world.vaults().put(id.key(), deleted.vault());
    return deleted.vault();
  }

  /**
   * Destroys a deleted vault with all keys in it.
   *
   * @throws Refusal 405 if it has purge protection
   */
  public void purge(DeletedVault deleted) {
    if (deleted.vault().protection().purge()) {
      throw VaultRefusals.purgeProtected(deleted.vault());
    }
    destroy(deleted);
  }

  private void destroy(DeletedVault deleted) {
    world.deletedVaults().remove(deleted.vault().host());
    keys.destroyAll(deleted.vault());
  }
}
