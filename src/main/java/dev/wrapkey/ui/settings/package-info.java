/** How a person likes the program, and where it keeps its things. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.settings;
