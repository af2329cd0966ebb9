package dev.wrapkey.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void aRowIsReadBackWithItsNumber() {
    Row row = Row.of("orders-pg", 123_456);
    assertThat(Row.read(row.bytes())).isEqualTo(row);
    assertThat(new String(row.bytes(), StandardCharsets.UTF_8)).contains("order 123456 | ");
  }

  /** Header of 24 bytes with one attribute, then text: pages of servers made before the log was. */
  @Test
  void aRowOfTextAloneTellsItsNumberInWords() {
    byte[] words =
        "orders-pg order 001063 | Costa Lda | 2 x door hinge".getBytes(StandardCharsets.UTF_8);
    ByteBuffer old = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    old.putShort(18, (short) 1).putShort(20, (short) 0x0902).put(22, (byte) 24);
    old.position(24).put(words);
    assertThat(Row.read(old.array()).id()).isEqualTo(1063);
  }
}
