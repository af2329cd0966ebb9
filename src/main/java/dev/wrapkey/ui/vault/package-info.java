/** Key vaults and managed HSMs, their keys, and what befalls servers when a key is taken away. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.vault;
