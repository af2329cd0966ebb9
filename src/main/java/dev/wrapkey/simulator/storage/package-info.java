/** What a practice server stores: heap pages, write-ahead log, backups, each in sealed volumes. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.storage;
