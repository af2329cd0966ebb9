package dev.wrapkey.ui.key;

/**
 * A key store that is not offered, and why: what the portal never tells.
 *
 * @param store its name
 * @param reason one sentence
 */
public record LeftOut(String store, String reason) {}
