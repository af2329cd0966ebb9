/** The clock and the pause: the one place that reads the wall clock. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.time;
