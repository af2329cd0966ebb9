/** Rotating keys under guidance: steps, ledger, safety gate, waves. */
@NullMarked
package dev.wrapkey.rotation;

import org.jspecify.annotations.NullMarked;
