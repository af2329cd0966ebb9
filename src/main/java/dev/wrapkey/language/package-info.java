/** The language in which this run speaks to a person. */
@NullMarked
package dev.wrapkey.language;

import org.jspecify.annotations.NullMarked;
