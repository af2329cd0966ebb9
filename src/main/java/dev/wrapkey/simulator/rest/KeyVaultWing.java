package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Vaults;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/** All handlers of Key Vault, both planes. */
final class KeyVaultWing {

  private final World world;
  private final KeyStores keys;
  private final KeySafe safe;

  KeyVaultWing(World world, KeyStores keys, KeySafe safe) {
    this.world = world;
    this.keys = keys;
    this.safe = safe;
  }

  /** Routes of {@code management.azure.com}. */
  List<List<Route>> management(String tenant) {
    Vaults vaults = new Vaults(world, keys);
    VaultJson json = new VaultJson(world, tenant);
    VaultOperations operations = new VaultOperations(world);
    return List.of(
        new VaultHandler(world, vaults, operations, json).routes(),
        new VaultKeyHandler(world, vaults, keys).routes(),
        new DeletedVaultHandler(vaults, operations, json).routes(),
        operations.routes());
  }

  /** Routes of the hosts of vaults and managed HSMs. */
  List<List<Route>> data(Access access) {
    KeyCalls calls = new KeyCalls(world);
    KeyJson json = new KeyJson(safe);
    return List.of(
        new HsmRoleHandler(world, access, calls).routes(),
        new RotationPolicyHandler(calls, keys.policies()).routes(),
        new KeyHandler(calls, keys, json).routes(),
        new DeletedKeyHandler(calls, keys.deleted(), keys.copies(), new BackupBlob(safe), json)
            .routes(),
        new KeyUseHandler(calls, keys.uses()).routes());
  }
}
