/** The page that rotates the keys of many servers, canaries first, wave after wave. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.waves;
