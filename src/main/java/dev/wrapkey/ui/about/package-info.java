/** What this program is and what it is made of. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.about;
