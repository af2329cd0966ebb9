/** The page that guides a key rotation of one server to its safe end. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.rotation;
