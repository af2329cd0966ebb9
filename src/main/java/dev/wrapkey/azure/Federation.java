package dev.wrapkey.azure;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;
import java.util.Set;

/**
 * Servers that use a key of another tenant, which the SDK's version of the interface does not tell.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026 (preview); the field came with api-version
 * 2026-04-01-preview. A cloud that does not know this version has no such servers.
 */
final class Federation {

  private static final String VERSION = "2026-04-01-preview";

  /** How Azure Resource Manager refuses a version that a provider does not have. */
  private static final Set<String> UNKNOWN_VERSION =
      Set.of(
          "NoRegisteredProviderFound",
          "InvalidApiVersionParameter",
          "InvalidResourceType",
          "UnsupportedApiVersion");

  private final ArmResources resources;

  Federation(ArmResources resources) {
    this.resources = resources;
  }

  /** The client id of the multi-tenant application, empty for a server of a single tenant. */
  Optional<String> client(ResourceId server) {
    try {
      return resources
          .find(server.toString(), VERSION)
          .map(found -> found.at("properties", "dataEncryption"))
          .map(Federation::client)
          .filter(client -> !client.isEmpty());
    } catch (CloudFailure failure) {
      if (UNKNOWN_VERSION.contains(failure.code())) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static String client(Json encryption) {
    String primary = encryption.string("primaryFederatedIdentityClientId");
    return primary.isEmpty() ? encryption.string("geoBackupFederatedIdentityClientId") : primary;
  }
}
