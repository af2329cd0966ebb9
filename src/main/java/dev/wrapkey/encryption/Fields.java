package dev.wrapkey.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields of a fixed room: length (2 bytes), bytes, zeros. */
final class Fields {

  private Fields() {}

  static void putText(ByteBuffer out, String text, int max) {
    put(out, text.getBytes(StandardCharsets.UTF_8), max);
  }

  static void put(ByteBuffer out, byte[] bytes, int max) {
    if (bytes.length > max) {
      throw new IllegalArgumentException(
          "a field of " + max + " bytes cannot hold " + bytes.length);
    }
    out.putShort((short) bytes.length).put(bytes).put(new byte[max - bytes.length]);
  }

  static String text(ByteBuffer in, int max) {
    return new String(field(in, max), StandardCharsets.UTF_8);
  }

  static byte[] field(ByteBuffer in, int max) {
    int length = Short.toUnsignedInt(in.getShort());
    if (length > max) {
      throw new IllegalArgumentException("length");
    }
    return Arrays.copyOf(take(in, max), length);
  }

  static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
