package dev.wrapkey.encryption;

/**
 * What a rotation did, counted while it happened.
 *
 * @param keysRewrapped data keys that were wrapped anew
 * @param keyOperations calls to the key encryption keys: wrapping, unwrapping, and the unwrapping
 *     that verifies
 * @param pagesRewritten pages whose stored bytes were written again
 * @param fromKeyVersion identifier of the key version that wrapped the data key before
 * @param toKeyVersion identifier of the key version that wraps it now
 */
public record RotationReport(
    int keysRewrapped,
    int keyOperations,
    long pagesRewritten,
    String fromKeyVersion,
    String toKeyVersion) {}
