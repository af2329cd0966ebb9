package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** NullAway, with the very arguments that pom.xml gives the compiler, on planted code. */
class CompilerTest {

  private static final String HEAD =
      "package dev.wrapkey.planted;\n"
          + "import org.jspecify.annotations.*;\n"
          + "@NullMarked class Planted {\n";

  @TempDir private Path folder;

  @Test
  void aNullThatMayHappenIsRefused() throws Exception {
    Tool.Result result = compile("int a(@Nullable String text) { return text.length(); }");
    assertThat(result.code()).isNotZero();
    assertThat(result.output()).contains("error: [NullAway]", "text is @Nullable");
  }

  @Test
  void returningNullUnannouncedIsRefused() throws Exception {
    assertThat(compile("String a() { return null; }").output()).contains("error: [NullAway]");
  }

  @Test
  void aFieldLeftNullIsRefusedUnlessTheLoaderOfScreensSetsIt() throws Exception {
    assertThat(compile("private String name;").output())
        .contains("error: [NullAway]", "not initialized");
    assertThat(compile("@javafx.fxml.FXML private String name;").output())
        .doesNotContain("NullAway");
  }

  @Test
  void aNullThatIsAskedForPasses() throws Exception {
    Tool.Result result =
        compile("int a(@Nullable String text) { return text == null ? 0 : text.length(); }");
    assertThat(result.output()).isEmpty();
    assertThat(result.code()).isZero();
  }

  private Tool.Result compile(String body) throws Exception {
    Path source = Files.writeString(folder.resolve("Planted.java"), HEAD + body + "\n}\n");
    String classPath = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(argumentsOfPom());
    arguments.addAll(
        List.of("-processorpath", classPath, "-classpath", classPath, "-d", folder.toString()));
    arguments.add(source.toString());
    return Tool.run("javac", arguments);
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
