package dev.wrapkey.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which volume of which server. Every sealed page is bound to it, so a page of another volume never
 * opens here.
 *
 * @param serverId the server's resource identifier, at most {@value #MAX_SERVER_ID} bytes in UTF-8;
 *     kept in lower case, because resource identifiers do not depend on letter case
 * @param kind what the volume holds, for example {@code data}; at most {@value #MAX_KIND} bytes in
 *     UTF-8
 */
public record VolumeId(String serverId, String kind) {

  static final int MAX_SERVER_ID = 510;
  static final int MAX_KIND = 62;

  public VolumeId {
    serverId = serverId.toLowerCase(Locale.ROOT);
    require(serverId, MAX_SERVER_ID, "server identifier");
    require(kind, MAX_KIND, "kind of a volume");
  }

  private static void require(String text, int max, String what) {
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > max) {
      throw new IllegalArgumentException("a " + what + " has 1 to " + max + " bytes: " + text);
    }
  }
}
