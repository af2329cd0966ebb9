/** The controls every screen is made of, and the theme that paints them. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.control;
