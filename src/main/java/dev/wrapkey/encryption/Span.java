package dev.wrapkey.encryption;

/** Some bytes inside an array that belongs to somebody else. */
record Span(byte[] bytes, int at, int length) {

  static Span of(byte[] bytes) {
    return new Span(bytes, 0, bytes.length);
  }

  /** A part of this span. */
  Span part(int from, int size) {
    return new Span(bytes, at + from, size);
  }
}
