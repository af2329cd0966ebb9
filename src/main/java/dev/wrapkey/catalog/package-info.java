/** What Azure sells: sizes, disks, regions, versions and prices, from dated files and the cloud. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.catalog;
