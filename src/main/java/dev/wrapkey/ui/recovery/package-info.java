/** The page of a server that lost its key: why, what to do about it, and when it comes back. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.recovery;
