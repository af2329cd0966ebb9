package dev.wrapkey.keyfile;

/**
 * The backup of a key as a key store gave it: bytes that only the service which made them can open,
 * in the same subscription and geography (Key Vault documentation of backup, 20 November 2025). A
 * foreign one is found out by the service, not here.
 */
public final class KeyBackup implements KeyFile {

  private final byte[] blob;

  public KeyBackup(byte[] blob) {
    this.blob = blob.clone();
  }

  /** What {@code restore} takes. */
  public byte[] blob() {
    return blob.clone();
  }

  @Override
  public String toString() {
    return "backup of a key, " + blob.length + " bytes";
  }
}
