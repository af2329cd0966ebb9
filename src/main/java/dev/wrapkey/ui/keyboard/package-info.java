/** Which keys do what: the one place that says so. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.keyboard;
