package dev.wrapkey.encryption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What openssl does in one second of the clock on this machine. */
final class OpenSsl {

  private OpenSsl() {}

  /** Pages of 8 KiB a second with AES-256-GCM. */
  static double gcmPages(int processes) throws IOException {
    String bytes =
        field(run(processes, "-evp", "aes-256-gcm", "-bytes", "8192", "-seconds", "1"), "+F:", 3);
    return Double.parseDouble(bytes) / 8192;
  }

  /** Private operations a second with RSA-4096. */
  static double rsaPrivate(int processes) throws IOException {
    List<String> lines = run(processes, "-seconds", "1", "rsa4096");
    double each = Double.parseDouble(field(lines, "+F2:", 3));
    return each < 1 ? 1 / each : each;
  }

  private static String field(List<String> lines, String begin, int index) {
    String found =
        lines.stream()
            .filter(line -> line.startsWith(begin))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("openssl said: " + lines));
    return found.split(":")[index];
  }

  private static List<String> run(int processes, String... what) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl", "speed", "-mr", "-elapsed"));
    if (processes > 1) {
      command.addAll(List.of("-multi", Integer.toString(processes)));
    }
    command.addAll(List.of(what));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines().toList();
  }
}
