/** Proof before something is made: every rule that applies, held against what there is now. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.preflight;
