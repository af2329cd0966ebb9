package dev.wrapkey.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * What a server shall be from now on.
 *
 * @param shape all of it
 * @param settings all of them
 * @param encryption key, identity and geo key, or none of them to leave them; its identities are
 *     attached in any case, even if the change fails (portal specification BLD-13)
 * @param password a new one for the administrator, if wanted
 * @param promotion a replica becomes a server of its own
 */
public record ServerChange(
    Server.Shape shape,
    ServerSettings settings,
    Server.Encryption encryption,
    @Nullable String password,
    boolean promotion) {

  /** Without the password. */
  @Override
  public String toString() {
    return "ServerChange[" + settings.id().text() + "]";
  }
}
