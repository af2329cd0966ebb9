package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.World;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens for the managed identities of the computer that the practice cloud runs on: that of the
 * system is the practice service principal, those of users are the managed identities of the
 * practice cloud, all of them.
 */
public final class MachineIdentities {

  private final World world;
  private final Tokens tokens;
  private final Application application;

  MachineIdentities(World world, Tokens tokens, Application application) {
    this.world = world;
    this.tokens = tokens;
    this.application = application;
  }

  /**
   * A token.
   *
   * @param clientId whose it is
   * @param ends when it does
   */
  public record Granted(String clientId, String token, Instant ends) {}

  /**
   * Gives out a token.
   *
   * @param resource what it is for
   * @param clientId of a user-assigned identity; empty for that of the system
   * @return empty if there is no such identity
   */
  public Optional<Granted> token(String resource, String clientId) {
    Instant now = world.now();
    return principal(clientId)
        .map(
            who ->
                new Granted(
                    who.appId(),
                    tokens.issue(who, resource, now),
                    now.plusSeconds(Tokens.LIFE_SECONDS)));
  }

  private Optional<Principal> principal(String clientId) {
    return clientId.isEmpty()
        ? Optional.of(application.principal())
        : world.identities().all().stream()
            .filter(identity -> identity.clientId().equalsIgnoreCase(clientId))
            .findFirst()
            .map(who -> new Principal(who.principalId(), who.clientId(), who.id().name(), false));
  }
}
