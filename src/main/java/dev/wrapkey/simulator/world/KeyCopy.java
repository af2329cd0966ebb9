package dev.wrapkey.simulator.world;

import java.util.List;

/**
 * Everything a backup of a key holds. The private parts are sealed.
 *
 * @param subscription of the vault it comes from
 * @param geography of the vault it comes from
 * @param key with all its versions
 * @param materials one for each version
 */
public record KeyCopy(
    String subscription, String geography, Key key, List<KeySafe.Material> materials) {}
