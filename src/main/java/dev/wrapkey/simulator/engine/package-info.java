/** The practice cloud's own threads. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.engine;
