/** The frame around every page: which cloud it is, who is signed in, the way back. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.shell;
