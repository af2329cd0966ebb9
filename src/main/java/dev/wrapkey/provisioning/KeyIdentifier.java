package dev.wrapkey.provisioning;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of a key in a key vault or managed HSM, with or without a version (portal
 * specification URI-1 to URI-8). Only well-formed identifiers exist as objects.
 *
 * @param host the store's host name in lower case, for example {@code kv-orders.vault.azure.net}
 * @param key the key's name
 * @param version 32 lower-case hex digits, or empty for "always the newest"
 */
public record KeyIdentifier(String host, String key, Optional<String> version) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "https://([a-z0-9-]+\\.(?:vault|managedhsm)\\.(?:azure\\.net|azure\\.cn|usgovcloudapi\\.net))"
              + "/keys/([0-9a-z-]{1,127})(?:/([0-9a-f]{32}))?/?",
          Pattern.CASE_INSENSITIVE);

  /** Reads an identifier; empty if the text is not a well-formed one. */
  public static Optional<KeyIdentifier> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches() || !VaultName.isLegal(m.group(1).substring(0, m.group(1).indexOf('.')))) {
      return Optional.empty();
    }
    String host = m.group(1).toLowerCase(java.util.Locale.ROOT);
    Optional<String> version =
        Optional.ofNullable(m.group(3)).map(v -> v.toLowerCase(java.util.Locale.ROOT));
    return Optional.of(new KeyIdentifier(host, m.group(2), version));
  }

  /** As {@link #parse}, for texts that come from the cloud itself. */
  public static KeyIdentifier of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a key identifier: " + text));
  }

  /** The name of the key vault or managed HSM. */
  public String storeName() {
    return host.substring(0, host.indexOf('.'));
  }

  public KeyIdentifier withVersion(String newVersion) {
    return new KeyIdentifier(host, key, Optional.of(newVersion));
  }

  public KeyIdentifier versionless() {
    return new KeyIdentifier(host, key, Optional.empty());
  }

  public boolean isManagedHsm() {
    return host.contains(".managedhsm.");
  }

  @Override
  public String toString() {
    return "https://" + host + "/keys/" + key + version.map(v -> "/" + v).orElse("");
  }
}
