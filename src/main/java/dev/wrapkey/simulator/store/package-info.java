/** The practice cloud's durable state: one folder, one writer, nothing acknowledged is lost. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.store;
