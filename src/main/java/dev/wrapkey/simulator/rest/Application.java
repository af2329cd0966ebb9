package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Principal;
import java.util.function.Supplier;

/**
 * The practice service principal.
 *
 * @param principal who it is
 * @param tenant its directory
 * @param secret what it signs in with
 * @param certificates those that it may sign in with instead, as PEM
 */
public record Application(
    Principal principal, String tenant, String secret, Supplier<String> certificates) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Application[" + principal.appId() + "]";
  }
}
