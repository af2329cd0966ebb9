package dev.wrapkey.provisioning;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of one resource of Azure Resource Manager. Comparison ignores letter case, as
 * Azure does; the text keeps the case it was given.
 *
 * @param subscription the subscription's GUID
 * @param resourceGroup the resource group's name
 * @param type provider and type, for example {@code Microsoft.KeyVault/vaults}
 * @param name the resource's name
 */
public record ResourceId(String subscription, String resourceGroup, String type, String name) {

  public static final String SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
  public static final String VAULT = "Microsoft.KeyVault/vaults";
  public static final String MANAGED_HSM = "Microsoft.KeyVault/managedHSMs";
  public static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";

  private static final Pattern SHAPE =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/([^/]+/[^/]+)/([^/]+)/?",
          Pattern.CASE_INSENSITIVE);

  public static ResourceId server(String subscription, String resourceGroup, String name) {
    return new ResourceId(subscription, resourceGroup, SERVER, name);
  }

  /** Reads an identifier of a top-level resource; empty if the text is not one. */
  public static Optional<ResourceId> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    return m.matches()
        ? Optional.of(new ResourceId(m.group(1), m.group(2), m.group(3), m.group(4)))
        : Optional.empty();
  }

  /** As {@link #parse}, for texts that come from the cloud itself. */
  public static ResourceId of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a resource id: " + text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId that && toString().equalsIgnoreCase(that.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(toString().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public String toString() {
    return "/subscriptions/"
        + subscription
        + "/resourceGroups/"
        + resourceGroup
        + "/providers/"
        + type
        + "/"
        + name;
  }
}
