/** Copies of servers: restore, geo-restore, read replica; the first tab of their wizards. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.copy;
