package dev.wrapkey.simulator.world;

/**
 * Why an operation failed, in the service's words.
 *
 * @param code the service's code
 * @param message the service's text
 */
public record Problem(String code, String message) {}
