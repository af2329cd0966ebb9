/** The page on which the keys of all servers are seen, the most urgent first. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.health;
