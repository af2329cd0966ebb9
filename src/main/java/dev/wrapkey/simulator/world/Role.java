package dev.wrapkey.simulator.world;

import java.util.List;

/**
 * A built-in role.
 *
 * @param id GUID, the same in every Azure tenant
 * @param name for example {@code Key Vault Crypto Officer}
 * @param description what Azure says it is for
 * @param actions control-plane actions, with {@code *} for anything
 * @param dataActions data-plane actions, with {@code *} for anything
 */
public record Role(
    String id, String name, String description, List<String> actions, List<String> dataActions) {}
