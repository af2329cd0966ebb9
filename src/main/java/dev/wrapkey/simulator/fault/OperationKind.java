package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of requests that can be called by a name instead of a path. */
public enum OperationKind {
  SIGNING_IN("GET|POST", Place.SIGN_IN, ".*"),
  LISTING("GET", Place.AZURE, "(/[^/]+/[^/]+)*/[^/]+/?"),
  LISTING_VAULTS("GET", Place.MANAGEMENT, ".*/(vaults|managedhsms|resources)/?"),
  READING_KEYS("GET", Place.VAULT, "/keys/[^/]+(/[0-9a-f]{32})?/?"),
  USING_KEYS(
      "POST", Place.VAULT, "/keys/.+/(un)?wrapkey|/keys/.+/(en|de)crypt|/keys/.+/(sign|verify)"),
  CREATING_SERVERS("PUT", Place.MANAGEMENT, Place.SERVERS),
  CHANGING_SERVERS("PUT|PATCH", Place.MANAGEMENT, Place.SERVERS),
  DELETING_SERVERS("DELETE", Place.MANAGEMENT, Place.SERVERS),
  FOLLOWING_OPERATIONS(
      "GET", Place.MANAGEMENT, ".*/(azureasyncoperation|operationresults)/[^/]+/?");

  /** Hosts and paths, in lower case. */
  private static final class Place {
    static final String SIGN_IN = "login\\..*";
    static final String MANAGEMENT = "management\\.azure\\.com";
    static final String VAULT = ".*\\.(vault|managedhsm)\\.azure\\.net";
    static final String AZURE = MANAGEMENT + "|" + VAULT;
    static final String SERVERS = ".*/microsoft\\.dbforpostgresql/flexibleservers/[^/]+/?";
  }

  private final Pattern method;
  private final Pattern host;
  private final Pattern path;

  OperationKind(String method, String host, String path) {
    this.method = Pattern.compile(method);
    this.host = Pattern.compile(host);
    this.path = Pattern.compile(path);
  }

  /** The kind of a name such as {@code listing-vaults}. */
  public static Optional<OperationKind> named(String name) {
    return Arrays.stream(values()).filter(k -> k.id().equals(name)).findFirst();
  }

  /** The names of all of them. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(OperationKind::id).toList();
  }

  /** Its name in small letters, with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean includes(WireRequest request) {
    return method.matcher(request.verb()).matches()
        && host.matcher(lower(request.uri().getHost())).matches()
        && path.matcher(lower(request.uri().getPath())).matches();
  }

  private static String lower(String text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }
}
