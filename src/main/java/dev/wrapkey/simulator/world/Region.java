package dev.wrapkey.simulator.world;

import java.util.List;

/**
 * A physical region.
 *
 * @param name short name
 * @param displayName the name in answers of the PostgreSQL service
 * @param geography for example {@code United States}
 * @param pair short names of the paired region; empty where there is none
 * @param geoBackup whether servers here may have geo-redundant backup
 */
public record Region(
    String name, String displayName, String geography, List<String> pair, boolean geoBackup) {}
