/** The page on which a person rehearses what goes wrong with keys. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.rehearsal;
