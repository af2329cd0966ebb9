package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HexDumpTest {

  @Test
  void showsOffsetHexAndText() {
    byte[] bytes = "orders\0\nab".getBytes(StandardCharsets.US_ASCII);
    assertThat(HexDump.lines(bytes))
        .containsExactly(
            "0000  6f 72 64 65 72 73 00 0a  orders··", "0008  61 62                    ab");
  }

  @Test
  void aPageHasOneLineForEveryEightBytes() {
    assertThat(HexDump.lines(new byte[8192])).hasSize(1024).last().asString().startsWith("1ff8");
  }
}
