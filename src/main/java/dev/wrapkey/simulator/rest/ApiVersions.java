package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.KeyRefusals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The api-versions of Key Vault's data plane: 2016-10-01, 7.0 to 7.6 with previews, 2025-07-01. */
final class ApiVersions {

  private static final Pattern NUMBERED = Pattern.compile("7\\.([0-6])(-preview(\\.\\d)?)?");
  private static final String OLDEST = "2016-10-01";
  private static final String NEWEST = "2025-07-01";

  private ApiVersions() {}

  /**
   * Lets a known version pass.
   *
   * @throws dev.wrapkey.simulator.world.Refusal 400 for a missing or unknown one
   */
  static void require(String version) {
    if (version.isEmpty()) {
      throw KeyRefusals.badParameter("api-version must be specified");
    }
    if (!version.equals(OLDEST)
        && !version.equals(NEWEST)
        && !NUMBERED.matcher(version).matches()) {
      throw KeyRefusals.badParameter(
          "The specified version (%s) is not recognized. Consider using the latest supported version (%s)."
              .formatted(version, NEWEST));
    }
  }

  /** Whether a version is 7.{@code minor} or later, previews included. */
  static boolean atLeast(String version, int minor) {
    Matcher numbered = NUMBERED.matcher(version);
    return version.equals(NEWEST)
        || (numbered.matches() && Integer.parseInt(numbered.group(1)) >= minor);
  }
}
