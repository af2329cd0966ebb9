package dev.wrapkey.simulator.fault;

import dev.wrapkey.simulator.rest.WireRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which requests a fault can meet at all, and which it meets unless told otherwise. */
enum Reach {
  /** Whatever Azure answers, sign-in apart. */
  SERVICES,
  /** Changes of a server. */
  SERVERS,
  /** Everything. */
  ALL;

  private static final Pattern SERVER =
      Pattern.compile(".*/providers/microsoft\\.dbforpostgresql/flexibleservers/[^/]+/?");
  private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");
  private static final String MANAGEMENT = "management.azure.com";

  static Reach of(Fault fault) {
    return switch (fault) {
      case THROTTLING,
          EXPIRED_TOKEN,
          CLAIMS_CHALLENGE,
          NOT_PROPAGATED,
          IDENTITY_DELETED,
          PERMISSION_REVOKED ->
          SERVICES;
      case BUSY, FAILS_LATE -> SERVERS;
      default -> ALL;
    };
  }

  boolean meets(WireRequest request) {
    String host = String.valueOf(request.uri().getHost()).toLowerCase(Locale.ROOT);
    boolean management = host.equals(MANAGEMENT);
    return switch (this) {
      case ALL -> true;
      case SERVICES ->
          management || host.endsWith(".vault.azure.net") || host.endsWith(".managedhsm.azure.net");
      case SERVERS ->
          management
              && CHANGES.contains(request.method())
              && SERVER.matcher(request.uri().getPath().toLowerCase(Locale.ROOT)).matches();
    };
  }

  /** What a fault that changes the world needs to be told. */
  static String target(Fault fault) {
    return switch (fault) {
      case KEY_DISABLED, KEY_DELETED -> "a key, https://VAULT.vault.azure.net/keys/NAME";
      case VAULT_FIREWALL -> "a vault, or its name";
      default -> "a managed identity, or its name";
    };
  }

  /** What a fault aims at when nobody says anything else. */
  static Aim usual(Fault fault) {
    return switch (fault) {
      case LOST_ANSWER -> new Aim("PUT,PATCH,POST,DELETE", MANAGEMENT, "", "");
      case TRUNCATED -> new Aim("GET", MANAGEMENT, "", "");
      case SLOW -> new Aim("", "", "", OperationKind.LISTING.id());
      default -> Aim.ANY;
    };
  }
}
