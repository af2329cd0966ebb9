package dev.wrapkey.encryption;

/** Wraps the data key of a volume anew. No page is touched. */
final class Rotation {

  private Rotation() {}

  /**
   * Wraps {@code key} by {@code to}, unwraps the result to see that it is the same key, and only
   * then replaces the header.
   *
   * @param operationsBefore key operations that the caller needed to get {@code key}
   * @throws KeyUnavailable if {@code to} refuses, or gives another key back; the old wrapping is in
   *     force then
   */
  static RotationReport rewrap(
      VolumeFile file, DataKey key, KeyEncryptionKey to, int operationsBefore)
      throws KeyUnavailable {
    String before = file.header().wrapped().keyVersion();
    long writtenBefore = file.pagesWritten();
    int operations = operationsBefore;
    WrappedKey wrapped = key.wrap(to);
    operations++;
    try (DataKey again = DataKey.unwrap(wrapped, to)) {
      operations++;
      if (!key.matches(again)) {
        throw new KeyUnavailable(
            "BadParameter", "What the new key wrapped, it does not unwrap to the same key.");
      }
    }
    long rewritten = file.pagesWritten() - writtenBefore;
    file.store(file.header().rewrapped(wrapped, rewritten), key);
    return new RotationReport(1, operations, rewritten, before, wrapped.keyVersion());
  }
}
