package dev.wrapkey.provisioning;

import java.time.Instant;

/**
 * A backup of a server's data files.
 *
 * @param name its name below the server
 * @param type the API's word: {@code Full}, {@code Customer On-Demand} …
 * @param completed when it was complete; the moment to which it can be restored by itself
 */
public record Backup(String name, String type, Instant completed) {}
