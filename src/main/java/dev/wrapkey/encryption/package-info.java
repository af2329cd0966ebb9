/** The local encryption simulator: envelope encryption on real bytes. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.encryption;
