package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Subscription;

/**
 * Where a server's key must live.
 *
 * @param subscription the server's subscription
 * @param region the short name of the server's region
 */
public record Scope(Subscription subscription, String region) {}
