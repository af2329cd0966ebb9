/** The create wizard's frame: tabs, footer, and the order of steps as data. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create;
