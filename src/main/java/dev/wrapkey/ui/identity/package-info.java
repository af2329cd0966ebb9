/** The pane in which a person picks a user-assigned managed identity. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.identity;
