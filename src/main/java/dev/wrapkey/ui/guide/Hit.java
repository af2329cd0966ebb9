package dev.wrapkey.ui.guide;

/**
 * A page on which something was found.
 *
 * @param page the page
 * @param around the words around the first place
 */
record Hit(GuidePage page, String around) {}
