package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Locale;

/**
 * The identifier of a resource as Azure Resource Manager writes it. The text keeps the letter case
 * it was made with; {@link #key()} is what identifiers are compared by.
 *
 * @param text for example {@code
 *     /subscriptions/S/resourceGroups/G/providers/Microsoft.KeyVault/vaults/V}
 */
public record ArmId(String text) {

  /** The identifier of a top-level resource. */
  public static ArmId of(String subscription, String group, String type, String name) {
    return new ArmId(
        "/subscriptions/"
            + subscription
            + "/resourceGroups/"
            + group
            + "/providers/"
            + type
            + "/"
            + name);
  }

  /** The identifier of a resource group. */
  public static ArmId group(String subscription, String group) {
    return new ArmId("/subscriptions/" + subscription + "/resourceGroups/" + group);
  }

  /** Equal for identifiers that differ in letter case only. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  public String subscription() {
    return segment(1);
  }

  public String group() {
    return segment(3);
  }

  /**
   * Provider and type, for example {@code Microsoft.KeyVault/vaults}; empty for a resource group.
   */
  public String type() {
    return segments().size() < 8 ? "" : segment(5) + "/" + segment(6);
  }

  /**
   * Provider and all types, for example {@code Microsoft.Network/virtualNetworks/subnets}; empty
   * for a resource group.
   */
  public String fullType() {
    List<String> segments = segments();
    StringBuilder type = new StringBuilder(segments.size() < 8 ? "" : segment(5));
    for (int i = 6; i < segments.size(); i += 2) {
      type.append('/').append(segments.get(i));
    }
    return type.toString();
  }

  /** The identifier of something within this one. */
  public ArmId child(String type, String name) {
    return new ArmId(text + "/" + type + "/" + name);
  }

  /** The identifier of what this one lies in directly. */
  public ArmId parent() {
    List<String> segments = segments();
    return new ArmId("/" + String.join("/", segments.subList(0, segments.size() - 2)));
  }

  /** The last segment. */
  public String name() {
    return segments().getLast();
  }

  /**
   * Whether this resource lies in a subscription, resource group or resource; segment by segment,
   * case ignored.
   */
  public boolean isWithin(String scope) {
    String outer = scope.toLowerCase(Locale.ROOT);
    outer = outer.endsWith("/") ? outer.substring(0, outer.length() - 1) : outer;
    return key().equals(outer) || key().startsWith(outer + "/");
  }

  private String segment(int index) {
    List<String> segments = segments();
    return index < segments.size() ? segments.get(index) : "";
  }

  private List<String> segments() {
    return List.of(text.substring(1).split("/"));
  }
}
