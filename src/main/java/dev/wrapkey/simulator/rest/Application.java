package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Principal;

/**
 * The practice service principal.
 *
 * @param principal who it is
 * @param tenant its directory
 * @param secret what it signs in with
 */
public record Application(Principal principal, String tenant, String secret) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Application[" + principal.appId() + "]";
  }
}
