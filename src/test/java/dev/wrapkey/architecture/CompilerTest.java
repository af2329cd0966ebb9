package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** NullAway, with the very arguments that pom.xml gives the compiler, on planted code. */
class CompilerTest {

  private static final Map<String, String> PLANTED =
      Map.of(
          "Dereferences", "int a(@Nullable String text) { return text.length(); }",
          "ReturnsNull", "String a() { return null; }",
          "PassesNull", "void a(String text) { a(null); }",
          "LeavesNull", "private String name;",
          "InnocentScreen", "@javafx.fxml.FXML private String name;",
          "InnocentAsker",
              "int a(@Nullable String text) { return text == null ? 0 : text.length(); }");

  @TempDir private static Path folder;
  private static String refusals = "";

  @BeforeAll
  static void compile() throws Exception {
    String classPath = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(argumentsOfPom());
    arguments.addAll(
        List.of("-processorpath", classPath, "-classpath", classPath, "-d", folder.toString()));
    for (Map.Entry<String, String> planted : PLANTED.entrySet()) {
      arguments.add(write(planted.getKey(), planted.getValue()).toString());
    }
    Tool.Result result = Tool.run("javac", arguments);
    assertThat(result.code()).isNotZero();
    refusals = result.output();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dereferences", "ReturnsNull", "PassesNull", "LeavesNull"})
  void aNullThatMayHappenIsRefused(String name) {
    assertThat(refusals).containsPattern(name + "\\.java:\\d+: error: \\[NullAway\\]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"InnocentScreen", "InnocentAsker"})
  void aNullThatIsAskedForOrFilledByAScreenPasses(String name) {
    assertThat(refusals).doesNotContain(name);
  }

  @Test
  void nothingElseIsWrongWithThePlantedCode() {
    assertThat(refusals).contains("4 errors");
  }

  private static Path write(String name, String body) throws IOException {
    String text =
        """
        package dev.wrapkey.planted;
        import org.jspecify.annotations.*;
        @NullMarked class %s {
          %s
        }
        """;
    return Files.writeString(folder.resolve(name + ".java"), text.formatted(name, body));
  }

  private static List<String> argumentsOfPom() throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "//plugin[artifactId='maven-compiler-plugin']/configuration/compilerArgs/arg",
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml"),
                    XPathConstants.NODESET);
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      arguments.add(nodes.item(i).getTextContent());
    }
    assertThat(arguments).anyMatch(argument -> argument.contains("-Xep:NullAway:ERROR"));
    return arguments;
  }
}
