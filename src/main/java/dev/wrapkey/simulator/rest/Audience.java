package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Refusal;
import java.util.List;
import java.util.Locale;

/**
 * Whom a token must be for. Each service takes its own tokens only (texts as reported by users of
 * Azure, 2018 to 2024).
 */
enum Audience {
  /** {@code management.azure.com}. */
  MANAGEMENT(
      "https://management.core.windows.net",
      "https://management.azure.com",
      "797f4846-ba00-4fd7-ba43-dac1f8f63013"),
  /** {@code *.vault.azure.net}. */
  VAULT("https://vault.azure.net", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093"),
  /** {@code *.managedhsm.azure.net}. */
  HSM("https://managedhsm.azure.net"),
  /** {@code graph.microsoft.com}. */
  GRAPH("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000");

  private final List<String> names;

  Audience(String... names) {
    this.names = List.of(names);
  }

  /** The resource that a client asks a token for. */
  String resource() {
    return names.getFirst();
  }

  /**
   * Lets a token's audience pass.
   *
   * @throws Refusal 401 if it is another one
   */
  void require(String found) {
    String plain = found.endsWith("/") ? found.substring(0, found.length() - 1) : found;
    if (!names.contains(plain.toLowerCase(Locale.ROOT))) {
      throw refusal(found);
    }
  }

  private Refusal refusal(String found) {
    return switch (this) {
      case MANAGEMENT ->
          new Refusal(
              401,
              "InvalidAuthenticationTokenAudience",
              ("The access token has been obtained for wrong audience or resource '%s'. It should"
                      + " exactly match with one of the allowed audiences"
                      + " 'https://management.core.windows.net/',"
                      + "'https://management.core.windows.net','https://management.azure.com/',"
                      + "'https://management.azure.com'.")
                  .formatted(found));
      case VAULT, HSM ->
          new Refusal(
              401,
              "Unauthorized",
              "AKV10022: Invalid audience. Expected %s, found: %s.".formatted(resource(), found));
      case GRAPH ->
          new Refusal(
              401,
              "InvalidAuthenticationToken",
              "Access token validation failure. Invalid audience.");
    };
  }
}
