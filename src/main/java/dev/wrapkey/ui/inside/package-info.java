/** What Azure never shows: the bytes of a practice server before and after sealing. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.inside;
