package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formatter of the build, on planted code. Maven has put its library into target/tools. */
class FormatterTest {

  private static final String FORMATTED =
      "class A {\n  Object a(Object o) {\n    return o instanceof String _ ? 1 : 2;\n  }\n}\n";

  @TempDir private Path folder;
  private Path source;
  private Path report;

  @BeforeEach
  void files() {
    source = folder.resolve("A.java");
    report = folder.resolve("report");
  }

  @Test
  void unformattedCodeIsReportedByName() throws Exception {
    Files.writeString(source, FORMATTED.replace("  Object", "   Object"));
    Tool.Result result = format("check");
    assertThat(result.output()).contains("not formatted: " + source);
    assertThat(report).exists();
  }

  @Test
  void formattedCodeLeavesNoReport() throws Exception {
    Files.writeString(source, FORMATTED);
    Files.writeString(report, "of an earlier run");
    assertThat(format("check").output()).isEmpty();
    assertThat(report).doesNotExist();
  }

  @Test
  void applyFormats() throws Exception {
    Files.writeString(source, FORMATTED.replace("\n  ", "\n"));
    format("apply");
    assertThat(source).hasContent(FORMATTED);
  }

  private Tool.Result format(String mode) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            Stream.of("api", "code", "file", "parser", "tree", "util")
                .map(
                    name ->
                        "--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .toList());
    arguments.addAll(
        List.of("-classpath", "target/tools/google-java-format.jar", "config/Format.java"));
    arguments.addAll(List.of(mode, report.toString(), folder.toString()));
    return Tool.run("java", arguments);
  }
}
