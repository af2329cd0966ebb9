/** How a page opens another one without knowing the frame around it. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.navigation;
