package dev.wrapkey.signin;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the Azure clouds: the addresses of its services and how they are reached.
 *
 * <p>Source: "Azure Government developer guide" and "Azure China developer guide" (endpoints), as
 * in Microsoft's SDK {@code com.azure.core.management.AzureEnvironment} 1.19, read on 22 November
 * 2026.
 *
 * @param id {@code public}, {@code usgovernment}, {@code china} or {@code custom}
 * @param resourceManager Azure Resource Manager
 * @param authority Microsoft Entra's sign-in
 * @param graph Microsoft Graph
 * @param vaultSuffix what the host names of key vaults end with, without a leading dot
 * @param hsmSuffix the same for managed HSMs
 * @param route how its services are reached
 */
public record AzurePlace(
    String id,
    URI resourceManager,
    URI authority,
    URI graph,
    String vaultSuffix,
    String hsmSuffix,
    Route route) {

  /**
   * How services are reached.
   *
   * @param authorities a PEM file of certificates that are trusted besides those of the computer
   * @param proxy an HTTP proxy; without one the computer's own settings hold
   */
  public record Route(Optional<Path> authorities, Optional<URI> proxy) {

    /** As the computer does it. */
    public static final Route USUAL = new Route(Optional.empty(), Optional.empty());
  }

  /** What most people mean by Azure. */
  public static final AzurePlace PUBLIC =
      known(
          "public",
          "https://management.azure.com/",
          "https://login.microsoftonline.com/",
          "https://graph.microsoft.com/",
          "azure.net");

  /** Azure for agencies of the United States. */
  public static final AzurePlace US_GOVERNMENT =
      known(
          "usgovernment",
          "https://management.usgovcloudapi.net/",
          "https://login.microsoftonline.us/",
          "https://graph.microsoft.us/",
          "usgovcloudapi.net");

  /** Azure operated by 21Vianet. */
  public static final AzurePlace CHINA =
      known(
          "china",
          "https://management.chinacloudapi.cn/",
          "https://login.chinacloudapi.cn/",
          "https://microsoftgraph.chinacloudapi.cn/",
          "azure.cn");

  /** The clouds that everybody can name; a custom one has addresses of its own. */
  public static final List<AzurePlace> KNOWN = List.of(PUBLIC, US_GOVERNMENT, CHINA);

  /** The name of a cloud whose addresses somebody typed. */
  public static final String CUSTOM = "custom";

  public boolean isCustom() {
    return id.equals(CUSTOM);
  }

  private static AzurePlace known(
      String id, String resourceManager, String authority, String graph, String domain) {
    return new AzurePlace(
        id,
        URI.create(resourceManager),
        URI.create(authority),
        URI.create(graph),
        "vault." + domain,
        "managedhsm." + domain,
        Route.USUAL);
  }
}
