package dev.wrapkey.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A tool of the JDK that runs this test, started as Maven starts it. */
final class Tool {

  /**
   * How it went.
   *
   * @param code exit code
   * @param output what it printed
   */
  record Result(int code, String output) {}

  private Tool() {}

  static Result run(String name, List<String> arguments) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", name).toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(tool), arguments.stream()).toList())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
