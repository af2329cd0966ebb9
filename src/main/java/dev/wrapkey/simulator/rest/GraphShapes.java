package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.Vault;

/**
 * Resources as their own services show them. In which api-version Azure's index reads them is not
 * documented; here it is the newest that was seen.
 */
record GraphShapes(ServerJson servers, VaultJson vaults, IdentityHandler identities) {

  private static final String SERVER_VERSION = "2025-08-01";

  ObjectNode server(Server server) {
    return servers.shape(server, SERVER_VERSION);
  }

  ObjectNode vault(Vault vault) {
    return vault.isHsm() ? vaults.hsm(vault) : vaults.vault(vault);
  }

  ObjectNode identity(Identity identity) {
    return identities.shape(identity);
  }
}
