package dev.wrapkey.provisioning;

/**
 * All that a step has at hand.
 *
 * @param cloud where to make the server
 * @param plan what to make
 * @param ledger where to write down what exists
 * @param work how to call, wait and tell
 */
public record StepContext(Cloud cloud, Plan plan, Ledger ledger, Work work) {}
