package dev.wrapkey.azure;

import com.azure.core.management.AzureEnvironment;
import dev.wrapkey.signin.AzurePlace;
import java.util.HashMap;
import java.util.Map;

/** The SDK's names for the clouds, and what tokens are asked for there. */
final class Environments {

  private static final Map<String, AzureEnvironment> KNOWN =
      Map.of(
          AzurePlace.PUBLIC.id(), AzureEnvironment.AZURE,
          AzurePlace.US_GOVERNMENT.id(), AzureEnvironment.AZURE_US_GOVERNMENT,
          AzurePlace.CHINA.id(), AzureEnvironment.AZURE_CHINA);
  private static final String DEFAULT = "/.default";

  private Environments() {}

  /** Every address that Wrapkey uses is the place's own; the SDK's others stay as they are. */
  static AzureEnvironment of(AzurePlace place) {
    AzureEnvironment known = KNOWN.getOrDefault(place.id(), AzureEnvironment.AZURE);
    Map<String, String> endpoints = new HashMap<>(known.getEndpoints());
    String arm = slashed(place.resourceManager().toString());
    endpoints.put("resourceManagerEndpointUrl", arm);
    if (place.isCustom()) {
      endpoints.put("managementEndpointUrl", arm);
    }
    endpoints.put("activeDirectoryEndpointUrl", slashed(place.authority().toString()));
    endpoints.put("microsoftGraphResourceId", slashed(place.graph().toString()));
    endpoints.put("keyVaultDnsSuffix", "." + place.vaultSuffix());
    endpoints.put("managedHsmDnsSuffix", "." + place.hsmSuffix());
    return new AzureEnvironment(endpoints);
  }

  static String armScope(AzurePlace place) {
    return of(place).getManagementEndpoint() + DEFAULT;
  }

  static String graphScope(AzurePlace place) {
    return slashed(place.graph().toString()) + ".default";
  }

  static String hsmScope(AzurePlace place) {
    return "https://" + place.hsmSuffix() + DEFAULT;
  }

  private static String slashed(String address) {
    return address.endsWith("/") ? address : address + "/";
  }
}
