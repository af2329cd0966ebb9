/** Why something failed: the causes that a code may have, ranked by what a preflight has found. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.preflight.diagnosis;
