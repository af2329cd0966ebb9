package dev.wrapkey.simulator.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The host names that the gateway answers to. There are no others, and nothing is passed on. */
final class Hosts {

  private static final Set<String> NAMES =
      Set.of(
          "management.azure.com",
          "login.microsoftonline.com",
          "login.windows.net",
          "graph.microsoft.com",
          "api.ipify.org");
  private static final List<String> DOMAINS = List.of("vault.azure.net", "managedhsm.azure.net");
  private static final Pattern STORE =
      Pattern.compile("[a-z0-9-]{1,63}\\.(vault|managedhsm)\\.azure\\.net");
  private static final String PORT = ":443";

  private Hosts() {}

  /**
   * The host of a {@code CONNECT}, in lower case.
   *
   * @param authority what stands behind the method, for example {@code management.azure.com:443}
   * @return empty if it is not served here, or at another port than that of HTTPS
   */
  static Optional<String> served(String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    return Optional.of(lower)
        .filter(a -> a.endsWith(PORT))
        .map(a -> a.substring(0, a.length() - PORT.length()))
        .filter(host -> NAMES.contains(host) || STORE.matcher(host).matches());
  }

  /** What a {@code Host} header may say inside a tunnel to a host. */
  static boolean isSame(String host, String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    return lower.equals(host) || lower.equals(host + PORT);
  }

  /** The names a certificate must hold to serve them all. */
  static List<String> certified() {
    return Stream.concat(NAMES.stream().sorted(), DOMAINS.stream().map(d -> "*." + d)).toList();
  }

  /** The names, and the domains with all below them, that the authority may certify at most. */
  static List<String> permitted() {
    return Stream.concat(NAMES.stream().sorted(), DOMAINS.stream()).toList();
  }
}
