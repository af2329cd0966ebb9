/** The page of the record of changes. */
@NullMarked
package dev.wrapkey.ui.record;

import org.jspecify.annotations.NullMarked;
