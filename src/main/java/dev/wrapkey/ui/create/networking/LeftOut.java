package dev.wrapkey.ui.create.networking;

/**
 * A virtual network that is not offered, and why.
 *
 * @param network its name
 * @param reason one sentence
 */
record LeftOut(String network, String reason) {}
