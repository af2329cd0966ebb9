/** The page of a running deployment. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.deployment;
