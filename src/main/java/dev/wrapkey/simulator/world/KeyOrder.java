package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a key shall be.
 *
 * @param kind type and size
 * @param operations permitted; empty for the usual ones of the type
 * @param enabled switched on
 * @param notBefore activation, if wanted
 * @param expires expiry, if wanted
 * @param tags name to value
 */
public record KeyOrder(
    Key.Kind kind,
    List<String> operations,
    boolean enabled,
    @Nullable Instant notBefore,
    @Nullable Instant expires,
    Map<String, String> tags) {}
