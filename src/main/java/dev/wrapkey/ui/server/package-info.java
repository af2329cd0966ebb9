/** An existing server: its menu and its overview. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.server;
