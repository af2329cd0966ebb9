/** What Azure has noticed of a server, and whom it tells. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.watch;
