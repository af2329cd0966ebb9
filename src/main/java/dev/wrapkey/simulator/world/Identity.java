package dev.wrapkey.simulator.world;

import java.util.SortedMap;

/**
 * A user-assigned managed identity.
 *
 * @param id its identifier
 * @param region short name
 * @param principalId object id of its service principal
 * @param clientId its application id
 * @param tags name to value
 */
public record Identity(
    ArmId id, String region, String principalId, String clientId, SortedMap<String, String> tags) {

  /**
   * The identity as a caller, used by the PostgreSQL service, which is on Key Vault's list of
   * trusted services.
   */
  public Principal asUsedByService() {
    return new Principal(principalId, clientId, id.name(), true);
  }
}
