/** "Check before you create": what a preflight has found, and what can be done about it. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.preflight;
