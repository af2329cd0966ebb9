package dev.wrapkey.simulator.world;

/**
 * What a client asks for when it creates a server.
 *
 * @param id identifier it shall have
 * @param region as the client wrote it
 * @param shape size and settings
 * @param login of the administrator
 * @param password of the administrator; never kept
 * @param encryption key and identities
 */
public record ServerDraft(
    ArmId id,
    String region,
    Server.Shape shape,
    String login,
    String password,
    Server.Encryption encryption) {

  /** Without the password. */
  @Override
  public String toString() {
    return "ServerDraft[" + id.text() + "]";
  }
}
