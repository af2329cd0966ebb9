/**
 * The tour: the main job driven by robot clicks and keys on the headless platform, with a picture
 * of each screen.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.tour;
