package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * What an identity was granted on a key, and since when.
 *
 * @param rights of those that data encryption needs
 * @param since when the last right that it has was granted; empty where nobody keeps that, as for
 *     access policies
 */
public record Grants(Rights rights, Optional<Instant> since) {}
