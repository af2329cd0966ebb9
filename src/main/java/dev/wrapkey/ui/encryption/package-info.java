/** The Data encryption blade of an existing server. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.encryption;
