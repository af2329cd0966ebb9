package dev.wrapkey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text comes out of every language as it went in. The readers here are written after the
 * languages' references, not after the writers; bash reads its own.
 */
class QuotingTest {

  private static final String[] PIECES = {
    "a",
    " ",
    "'",
    "''",
    "\"",
    "`",
    "$",
    "${",
    "${x}",
    "$(id)",
    "%{",
    "%{if}",
    "\\",
    "\\'",
    "[",
    "]",
    "[[",
    "[x]",
    "{",
    "}",
    "#",
    "//",
    "/*",
    "@",
    "@secure()",
    ";",
    "&",
    "|",
    "!",
    "~",
    "*",
    "?",
    "<",
    ">",
    "\n",
    "\r",
    "\t",
    "\u0001",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u2019",
    "\u201b",
    "ü",
    "漢",
    "😀",
    "EOF",
    "-",
    "--x",
    "\\n",
    "\\u{41}",
    "$$",
    "%%"
  };

  private static Stream<String> texts() {
    Random random = new Random(20260302);
    List<String> texts = new ArrayList<>(List.of(PIECES));
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(1, 9); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }
    return Stream.of(String.join("\0", texts));
  }

  private static List<String> each(String joined) {
    return List.of(joined.split("\0", -1));
  }

  @ParameterizedTest(name = "all")
  @MethodSource("texts")
  @DisabledOnOs(OS.WINDOWS) // what is called bash there belongs to another system
  void bashReadsWhatWasWritten(String all) throws Exception {
    StringBuilder script = new StringBuilder("set -eu\n");
    each(all)
        .forEach(t -> script.append("printf '%s\\0' ").append(Shell.BASH.quoted(t)).append('\n'));
    Process bash = new ProcessBuilder("bash", "-s").start();
    Thread writer = Thread.ofVirtual().start(() -> feed(bash, script.toString()));
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    assertThat(bash.waitFor()).isZero();
    assertThat(out).isEqualTo(all + "\0");
  }

  private static void feed(Process bash, String script) {
    try (var in = bash.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** about_Quoting_Rules: in single quotes only a quote is special, and is written twice. */
  @ParameterizedTest(name = "all")
  @MethodSource("texts")
  void powerShellReadsWhatWasWritten(String all) {
    String quotes = "'\u2018\u2019\u201a\u201b";
    for (String text : each(all)) {
      String written = Shell.POWERSHELL.quoted(text);
      StringBuilder read = new StringBuilder();
      int i = 1;
      while (quotes.indexOf(written.charAt(i)) < 0 || i + 1 < written.length()) {
        if (quotes.indexOf(written.charAt(i)) >= 0) {
          assertThat(quotes).contains(String.valueOf(written.charAt(i + 1)));
          i++;
        }
        read.append(written.charAt(i++));
      }
      assertThat(read).hasToString(text);
      assertThat(i).isEqualTo(written.length() - 1);
    }
  }

  /** Bicep's reference of strings names seven escapes and nothing else. */
  @ParameterizedTest(name = "all")
  @MethodSource("texts")
  void bicepReadsWhatWasWritten(String all) {
    for (String text : each(all)) {
      assertThat(BicepReader.string(BicepText.quoted(text))).isEqualTo(text);
    }
  }

  /** Terraform's reference of strings. */
  @ParameterizedTest(name = "all")
  @MethodSource("texts")
  void terraformReadsWhatWasWritten(String all) {
    for (String text : each(all)) {
      assertThat(terraform(TerraformText.quoted(text))).isEqualTo(text);
    }
  }

  private static String terraform(String written) {
    assertThat(written).startsWith("\"").endsWith("\"").doesNotContain("\n", "\r");
    StringBuilder read = new StringBuilder();
    int i = 1;
    while (i < written.length() - 1) {
      char c = written.charAt(i);
      assertThat(c).as(written).isNotEqualTo('"');
      if (c == '\\') {
        char next = written.charAt(i + 1);
        i += 2;
        switch (next) {
          case 'n' -> read.append('\n');
          case 'r' -> read.append('\r');
          case 't' -> read.append('\t');
          case '"', '\\' -> read.append(next);
          case 'u' -> {
            read.append((char) Integer.parseInt(written.substring(i, i + 4), 16));
            i += 4;
          }
          default -> throw new AssertionError(written);
        }
      } else if (written.startsWith("$${", i) || written.startsWith("%%{", i)) {
        read.append(written, i + 1, i + 3);
        i += 3;
      } else {
        assertThat(written.startsWith("${", i) || written.startsWith("%{", i))
            .as(written)
            .isFalse();
        read.append(c);
        i++;
      }
    }
    return read.toString();
  }

  /**
   * Template syntax: a text that begins with a bracket is an expression, quotes in it are doubled.
   */
  @ParameterizedTest(name = "all")
  @MethodSource("texts")
  void armReadsWhatWasWritten(String all) throws IOException {
    for (String text : each(all)) {
      JsonNode written = ArmText.json(new Value.Text(text));
      String read = new ObjectMapper().readTree(written.toString()).asText();
      if (read.startsWith("[")) {
        assertThat(read).startsWith("[concat('").endsWith("')]");
        String inner = read.substring("[concat('".length(), read.length() - "')]".length());
        assertThat(inner.replace("''", "")).doesNotContain("'");
        read = inner.replace("''", "'");
      }
      assertThat(read).isEqualTo(text);
      assertThat(ArmText.plain(new Value.Text(text)).asText()).isEqualTo(text);
    }
  }
}
