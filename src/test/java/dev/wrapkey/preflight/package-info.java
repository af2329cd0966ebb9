/** The preflight, over the practice cloud. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.preflight;
