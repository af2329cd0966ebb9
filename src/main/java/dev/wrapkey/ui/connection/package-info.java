/** What the window says when a cloud asks to slow down, or does not answer. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.connection;
