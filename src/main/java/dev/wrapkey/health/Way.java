package dev.wrapkey.health;

/** Where a person goes to mend something. */
public enum Way {
  /** How a server that lost its key comes back. */
  RECOVERY,
  /** The Data encryption page of the server. */
  ENCRYPTION,
  /** The guided rotation of the server's keys. */
  ROTATION,
  /** The page of the key. */
  KEY,
  /** The page of the key store. */
  STORE
}
