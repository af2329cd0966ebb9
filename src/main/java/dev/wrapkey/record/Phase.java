package dev.wrapkey.record;

/** What a line of the record tells. */
public enum Phase {
  /** It is about to be asked for: how it was before, and what is asked. */
  BEGUN,
  /** The service has accepted it and works on it. */
  ACCEPTED,
  /** It is done: how it is afterwards. */
  DONE,
  /** The service refused it, or it failed. */
  REFUSED,
  /** No answer came; it may be done or not. */
  UNKNOWN,
  /** A line that a kill cut off was taken away. It had told of nothing that was asked for. */
  MENDED,
  /** Lines that were there have gone. */
  GAP
}
