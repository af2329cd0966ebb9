/** Step networking: Who may connect. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.create.networking;
