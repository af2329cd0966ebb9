package dev.wrapkey.provisioning;

/**
 * A user-assigned managed identity.
 *
 * @param id its resource identifier
 * @param region the short name of its region
 * @param principalId the object id of its service principal, to which rights are granted
 * @param clientId its application id
 */
public record ManagedIdentity(ResourceId id, String region, String principalId, String clientId) {
  public String name() {
    return id.name();
  }
}
