/** The choice of high availability, for every page that offers it. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.availability;
