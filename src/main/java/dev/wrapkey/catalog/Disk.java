package dev.wrapkey.catalog;

/**
 * A step of the ladder of Premium SSD disks (portal specification §1.6).
 *
 * @param sizeGib size in GiB
 * @param iops input/output operations a second
 * @param tier the performance tier that belongs to the size, for example {@code P10}
 */
public record Disk(int sizeGib, int iops, String tier) {}
