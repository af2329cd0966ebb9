package dev.wrapkey.rules;

import dev.wrapkey.provisioning.VirtualNetwork;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names and address ranges of what can be made in place: NETNAME-1, NETNAME-2, RANGE-1, RANGE-2,
 * RANGE-3.
 *
 * <p>Source: "Naming rules and restrictions for Azure resources" (inferred), and the limits of
 * virtual networks.
 */
public final class NetworkName {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,78}\\w)?");
  private static final Pattern ZONE =
      Pattern.compile("([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{1,63}");
  private static final int SMALLEST_SUBNET = 29;

  private NetworkName() {}

  /** NETNAME-1: a network, a subnet, a private endpoint. */
  public static Optional<Finding> check(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(RulePack.finding("NETNAME-1"));
  }

  /** NETNAME-2: a private DNS zone. */
  public static Optional<Finding> zone(String name) {
    return ZONE.matcher(name.toLowerCase(java.util.Locale.ROOT)).matches()
        ? Optional.empty()
        : Optional.of(RulePack.finding("NETNAME-2"));
  }

  /** RANGE-1: an address range that a network or subnet can have. */
  public static Optional<Finding> range(String prefix) {
    return AddressRange.parse(prefix)
            .filter(r -> r.bits() >= 8 && r.bits() <= SMALLEST_SUBNET)
            .isPresent()
        ? Optional.empty()
        : Optional.of(RulePack.finding("RANGE-1"));
  }

  /** RANGE-2: a subnet's range within one of its network's; silent about what is no range. */
  public static Optional<Finding> within(String prefix, Iterable<String> networkPrefixes) {
    Optional<AddressRange> subnet = AddressRange.parse(prefix);
    if (subnet.isEmpty()) {
      return Optional.empty();
    }
    for (String each : networkPrefixes) {
      if (AddressRange.parse(each).filter(n -> n.contains(subnet.get())).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.of(RulePack.finding("RANGE-2", String.join(", ", networkPrefixes)));
  }

  /** RANGE-3: a subnet's range apart from those of the network's other subnets. */
  public static Optional<Finding> apart(String prefix, Iterable<VirtualNetwork.Subnet> others) {
    Optional<AddressRange> wanted = AddressRange.parse(prefix);
    for (VirtualNetwork.Subnet other : others) {
      boolean overlap =
          wanted.flatMap(w -> AddressRange.parse(other.prefix()).filter(w::overlaps)).isPresent();
      if (overlap) {
        return Optional.of(RulePack.finding("RANGE-3", other.name(), other.prefix()));
      }
    }
    return Optional.empty();
  }
}
