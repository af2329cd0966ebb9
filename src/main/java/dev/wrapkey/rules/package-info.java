/**
 * What Azure requires, as dated rules: pure functions that find what breaks them, and texts that
 * say how to mend it.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.rules;
