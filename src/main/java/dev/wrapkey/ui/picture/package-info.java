/** Pictures of the screen as files. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.picture;
