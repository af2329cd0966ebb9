package dev.wrapkey.ui.key;

/**
 * A key store that is not offered, and why: what the portal never tells.
 *
 * @param store its name
 * @param reason a few words
 * @param details the whole sentence, with what to do
 */
public record LeftOut(String store, String reason, String details) {}
