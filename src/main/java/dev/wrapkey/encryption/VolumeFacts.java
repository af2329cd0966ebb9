package dev.wrapkey.encryption;

/**
 * What a volume file tells anyone, without any key. Nothing here is authenticated beyond its
 * checksums: only {@link Volume#open} proves it.
 *
 * @param pages number of pages of 8192 bytes
 * @param digest SHA-256 in lower-case hex over the stored bytes of all pages in page order; no
 *     header goes into it, so a key rotation leaves it as it was
 * @param wrapped the data key as it is stored
 * @param rotations how often the data key was wrapped anew
 * @param pagesRewritten how many pages those rotations rewrote
 * @param generation the number of the last durable change; keep it elsewhere to notice that a whole
 *     file was rolled back
 */
public record VolumeFacts(
    long pages,
    String digest,
    WrappedKey wrapped,
    int rotations,
    long pagesRewritten,
    long generation) {}
