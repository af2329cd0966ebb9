package dev.wrapkey.encryption;

/**
 * What a rotation did, counted while it happened.
 *
 * @param keysRewrapped data keys that were wrapped anew
 * @param keyOperations calls to the key encryption keys: wrapping, unwrapping, and the unwrapping
 *     that verifies
 * @param pagesRewritten pages whose stored bytes were written again
 * @param bytesRewritten bytes of metadata that were written
 * @param fromKeyVersion identifier of the key version that wrapped the volume key before
 * @param toKeyVersion identifier of the key version that wraps from now on
 * @param complete whether no data key of the volume's own is left under another key version; false
 *     if it was cancelled, and then asking again goes on
 */
public record RotationReport(
    int keysRewrapped,
    int keyOperations,
    long pagesRewritten,
    long bytesRewritten,
    String fromKeyVersion,
    String toKeyVersion,
    boolean complete) {}
