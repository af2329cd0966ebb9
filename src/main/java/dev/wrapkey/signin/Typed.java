package dev.wrapkey.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people type to get to an Azure, as far as it can be one; empty for what cannot. */
public final class Typed {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+", Pattern.CASE_INSENSITIVE);

  private Typed() {}

  /** The address of a service: https, a host, nobody's name in it. Ends with a slash. */
  public static Optional<URI> address(String text) {
    String plain = text.strip();
    return uri(plain, "https").map(_ -> URI.create(plain.endsWith("/") ? plain : plain + "/"));
  }

  /** The address of an HTTP proxy, without user name and password. */
  public static Optional<URI> proxy(String text) {
    return uri(text.strip(), "http");
  }

  private static Optional<URI> uri(String text, String scheme) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> scheme.equals(uri.getScheme()))
          .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What host names end with: in small letters, without the dot that may stand before it. */
  public static Optional<String> suffix(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return domain(plain.startsWith(".") ? plain.substring(1) : plain);
  }

  /** The ID of a tenant, or one of its domains. */
  public static Optional<String> tenant(String text) {
    return id(text).or(() -> domain(text.strip()));
  }

  private static Optional<String> domain(String text) {
    return Optional.of(text).filter(plain -> DOMAIN.matcher(plain).matches());
  }

  /** The ID of a tenant, an application or a managed identity: a GUID. */
  public static Optional<String> id(String text) {
    return Optional.of(text.strip()).filter(plain -> GUID.matcher(plain).matches());
  }
}
