/** The bell: what is running and what has ended, on whatever page a person is. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.notification;
