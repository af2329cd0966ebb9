package dev.wrapkey.rules;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.VirtualNetwork;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server with private access may live: NET-10 to NET-13.
 *
 * <p>Source: "Networking with private access", 27 June 2024, and azure-cli, postgresql module,
 * network.py and validators.py (2026).
 */
public final class PrivateAccessCheck {

  /** What the name of every private DNS zone of a server ends in. */
  public static final String SUFFIX = ".postgres.database.azure.com";

  private static final Set<String> RESERVED =
      Set.of(
          "azurefirewallsubnet",
          "azurefirewallmanagementsubnet",
          "azurebastionsubnet",
          "gatewaysubnet");
  private static final int SMALLEST = 28;

  private PrivateAccessCheck() {}

  /** NET-10: the network is in the server's region. */
  public static Optional<Finding> network(VirtualNetwork network, String region) {
    return network.region().equals(region)
        ? Optional.empty()
        : Optional.of(RulePack.finding("NET-10"));
  }

  /** NET-12, NET-11: name, delegation, size and emptiness of a subnet. */
  public static Optional<Finding> subnet(VirtualNetwork.Subnet subnet) {
    return subnetName(subnet.name())
        .or(() -> size(subnet.prefix()))
        .or(
            () ->
                subnet.occupants().isEmpty()
                    ? Optional.empty()
                    : net11("NET-11.occupied", subnet.occupants().getFirst()))
        .or(
            () ->
                subnet.delegations().stream().anyMatch(ResourceId.SERVER::equalsIgnoreCase)
                    ? Optional.empty()
                    : net11("NET-11.delegation"));
  }

  /** NET-12: names that Azure keeps for services of its own. */
  public static Optional<Finding> subnetName(String name) {
    return RESERVED.contains(name.toLowerCase(java.util.Locale.ROOT))
        ? Optional.of(RulePack.finding("NET-12", name))
        : Optional.empty();
  }

  /** NET-11: a subnet of at least 16 addresses; silent about what is no range. */
  public static Optional<Finding> size(String prefix) {
    return AddressRange.parse(prefix).filter(range -> range.bits() > SMALLEST).isPresent()
        ? net11("NET-11.size")
        : Optional.empty();
  }

  /**
   * NET-13: the name of a private DNS zone.
   *
   * @param server the server's name, empty if it has none yet
   */
  public static Optional<Finding> zone(String zone, String server) {
    String name = zone.toLowerCase(java.util.Locale.ROOT);
    if (!name.endsWith(SUFFIX)) {
      return net13("NET-13.suffix", SUFFIX);
    }
    return !server.isEmpty() && name.equals(server + SUFFIX)
        ? net13("NET-13.same")
        : Optional.empty();
  }

  private static Optional<Finding> net11(String words, String... places) {
    return Optional.of(
        new Finding("NET-11", RulePack.rule("NET-11").severity(), RulePack.words(words, places)));
  }

  private static Optional<Finding> net13(String words, String... places) {
    return Optional.of(
        new Finding("NET-13", RulePack.rule("NET-13").severity(), RulePack.words(words, places)));
  }
}
