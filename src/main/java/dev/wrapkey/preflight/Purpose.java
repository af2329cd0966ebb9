package dev.wrapkey.preflight;

/** What a check is about. */
public enum Purpose {
  /** The key of the server's data, its store and its identity. */
  PRIMARY,
  /** The second key, that of the geo-redundant backup. */
  GEO,
  /** The server itself, and what the operator may do. */
  SERVER
}
