/** The page "Compute + storage", opened from Basics. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.compute;
