/** The first page: all servers and what their keys need. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.home;
