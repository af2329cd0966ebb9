/** How a server that lost its key comes back: the documented way for each cause, step by step. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.preflight.recovery;
