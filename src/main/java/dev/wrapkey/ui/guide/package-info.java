/** The user guide inside the program: its pages, the way to them from each screen, a search. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.guide;
