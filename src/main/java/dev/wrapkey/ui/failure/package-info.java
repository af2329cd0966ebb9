/** How expected failures of the cloud are told. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.failure;
