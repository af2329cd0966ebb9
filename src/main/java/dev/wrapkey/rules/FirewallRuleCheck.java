package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Plan.FirewallRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Firewall rules of a server with public access: NET-6 to NET-8.
 *
 * <p>Source: "Firewall rules", 13 August 2025, and azure-cli, postgresql module, validators.py
 * (2026). Addresses are four decimal numbers without leading zeros, which some programs read as
 * octal.
 */
public final class FirewallRuleCheck {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][-_a-zA-Z0-9]{0,79}(?<!-)");
  private static final String OCTET = "(0|[1-9][0-9]{0,2})";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

  private FirewallRuleCheck() {}

  /** Everything that is wrong with a rule: its name, its addresses, their order. */
  public static List<Finding> check(FirewallRule rule) {
    return Stream.of(
            name(rule.name()),
            address(rule.start()),
            address(rule.end()),
            range(rule.start(), rule.end()))
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(Finding::rule))
        .toList();
  }

  /** NET-6: the name. */
  public static Optional<Finding> name(String name) {
    return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(RulePack.finding("NET-6"));
  }

  /** NET-6: a name that another rule has already: the later one would replace the earlier. */
  public static Optional<Finding> twice(String name, List<String> before) {
    return before.stream().anyMatch(name::equalsIgnoreCase)
        ? Optional.of(
            new Finding(
                "NET-6", RulePack.rule("NET-6").severity(), RulePack.words("NET-6.twice", name)))
        : Optional.empty();
  }

  /** NET-4: whether a rule lets every address in. */
  public static boolean isEveryAddress(FirewallRule rule) {
    return number(rule.start()) == 0 && rule.end().equals("255.255.255.255");
  }

  /** NET-7: one address. */
  public static Optional<Finding> address(String address) {
    return number(address) >= 0 ? Optional.empty() : Optional.of(RulePack.finding("NET-7"));
  }

  /** NET-8: the order of two addresses; silent as long as one of them is none. */
  public static Optional<Finding> range(String start, String end) {
    long first = number(start);
    long last = number(end);
    return first >= 0 && last >= 0 && first > last
        ? Optional.of(RulePack.finding("NET-8"))
        : Optional.empty();
  }

  private static long number(String address) {
    Matcher octets = ADDRESS.matcher(address);
    if (!octets.matches()) {
      return -1;
    }
    long number = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(octets.group(i));
      if (octet > 255) {
        return -1;
      }
      number = number << 8 | octet;
    }
    return number;
  }
}
