package dev.wrapkey.provisioning;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of one resource of Azure Resource Manager. Comparison ignores letter case, as
 * Azure does; the text keeps the case it was given.
 *
 * @param subscription the subscription's GUID
 * @param resourceGroup the resource group's name
 * @param type provider and type, for example {@code Microsoft.KeyVault/vaults}, or of a part {@code
 *     Microsoft.Network/virtualNetworks/subnets}
 * @param name the resource's name; of a part the names from the outside in: {@code vnet/subnet}
 */
public record ResourceId(String subscription, String resourceGroup, String type, String name) {

  public static final String SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";
  public static final String FIREWALL_RULE = SERVER + "/firewallRules";
  public static final String VAULT = "Microsoft.KeyVault/vaults";
  public static final String MANAGED_HSM = "Microsoft.KeyVault/managedHSMs";
  public static final String IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities";

  public static final String NETWORK = "Microsoft.Network/virtualNetworks";
  public static final String SUBNET = "Microsoft.Network/virtualNetworks/subnets";
  public static final String PRIVATE_ZONE = "Microsoft.Network/privateDnsZones";
  public static final String PRIVATE_ENDPOINT = "Microsoft.Network/privateEndpoints";

  private static final Pattern SHAPE =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/([^/]+)((?:/[^/]+/[^/]+)+)/?",
          Pattern.CASE_INSENSITIVE);

  public static ResourceId server(String subscription, String resourceGroup, String name) {
    return new ResourceId(subscription, resourceGroup, SERVER, name);
  }

  /** Reads an identifier of a resource or of a part of one; empty if the text is not one. */
  public static Optional<ResourceId> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    return m.matches()
        ? Optional.of(
            parsed(m.group(1), m.group(2), m.group(3), m.group(4).substring(1).split("/")))
        : Optional.empty();
  }

  private static ResourceId parsed(
      String subscription, String resourceGroup, String provider, String[] pairs) {
    StringJoiner types = new StringJoiner("/");
    StringJoiner names = new StringJoiner("/");
    types.add(provider);
    for (int i = 0; i < pairs.length; i += 2) {
      types.add(pairs[i]);
      names.add(pairs[i + 1]);
    }
    return new ResourceId(subscription, resourceGroup, types.toString(), names.toString());
  }

  /** The resource that this is a part of; itself if it is none. */
  public ResourceId parent() {
    int end = name.lastIndexOf('/');
    return end < 0
        ? this
        : new ResourceId(
            subscription,
            resourceGroup,
            type.substring(0, type.lastIndexOf('/')),
            name.substring(0, end));
  }

  /** As {@link #parse}, for texts that come from the cloud itself. */
  public static ResourceId of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a resource id: " + text));
  }

  // Lists of ten thousand are searched by it: part by part, and the one that differs most first.
  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId that
        && name.equalsIgnoreCase(that.name)
        && resourceGroup.equalsIgnoreCase(that.resourceGroup)
        && subscription.equalsIgnoreCase(that.subscription)
        && type.equalsIgnoreCase(that.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(lower(name), lower(resourceGroup), lower(subscription), lower(type));
  }

  private static String lower(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    String[] types = type.split("/");
    String[] names = name.split("/");
    StringBuilder text =
        new StringBuilder("/subscriptions/")
            .append(subscription)
            .append("/resourceGroups/")
            .append(resourceGroup)
            .append("/providers/")
            .append(types[0]);
    for (int i = 0; i < names.length; i++) {
      text.append('/')
          .append(i + 1 < types.length ? types[i + 1] : "")
          .append('/')
          .append(names[i]);
    }
    return text.toString();
  }
}
