/**
 * What exists in the practice cloud and how it behaves, without the wire: subscriptions, vaults,
 * keys, servers.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.world;
