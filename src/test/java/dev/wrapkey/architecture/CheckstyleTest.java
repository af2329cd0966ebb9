package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkstyle's two rule sets, seen to bite. */
class CheckstyleTest {

  private static final String CATCHES = "void a() { try { b(); } catch (Exception e) { b(); } }";

  @TempDir private Path folder;

  @BeforeEach
  void aPackage() throws IOException {
    write("dev/wrapkey/ui/package-info.java", "/** Words. */\npackage dev.wrapkey.ui;\n");
  }

  @Test
  void ordinaryCodeOfToday() throws Exception {
    String switches =
        "Object a(Object o) { return switch (o) { case String _ -> 1; case R(var x) -> x; default"
            + " -> 2; }; } record R(int x) {}";
    assertThat(main("ui/Good", "  " + switches)).isEmpty();
    assertThat(
            main("ui/Good", "  void a() { try { b(); } catch (IllegalStateException e) { b(); } }"))
        .isEmpty();
  }

  @Test
  void catchAllsAreRefusedExceptInTasks() throws Exception {
    assertThat(main("ui/Bad", CATCHES)).contains("IllegalCatch");
    assertThat(main("ui/Bad", CATCHES.replace("Exception e", "RuntimeException e")))
        .contains("IllegalCatch");
    assertThat(main("ui/Bad", CATCHES.replace("Exception e", "Throwable e")))
        .contains("IllegalCatch");
    assertThat(main("ui/task/Tasks", CATCHES)).doesNotContain("IllegalCatch");
    assertThat(main("ui/task/OtherTasks", CATCHES)).contains("IllegalCatch");
  }

  @Test
  void anEmptyCatchIsRefused() throws Exception {
    assertThat(main("ui/Bad", "void a() { try { b(); } catch (IllegalStateException e) { } }"))
        .contains("EmptyCatchBlock");
  }

  @Test
  void methodsMayHaveFortyLines() throws Exception {
    assertThat(main("ui/Good", "  void a() {\n" + "b();\n\n// why\n".repeat(38) + "}")).isEmpty();
    assertThat(main("ui/Bad", "  void a() {\n" + "b();\n".repeat(39) + "}"))
        .contains("MethodLength");
  }

  @Test
  void sixParametersAreEnough() throws Exception {
    assertThat(main("ui/Good", "  void a(int a, int b, int c, int d, int e, int f) {}")).isEmpty();
    assertThat(main("ui/Bad", "  void a(int a, int b, int c, int d, int e, int f, int g) {}"))
        .contains("ParameterNumber");
    assertThat(main("ui/Bad", "  Bad(int a, int b, int c, int d, int e, int f, int g) {}"))
        .contains("ParameterNumber");
  }

  @Test
  void recordsMayHaveTenComponents() throws Exception {
    String ten = "int a, int b, int c, int d, int e, int f, int g, int h, int i, int j";
    assertThat(main("ui/Good", "  record R(" + ten + ") {}")).isEmpty();
    assertThat(main("ui/Bad", "  record R(" + ten + ", int k) {}"))
        .contains("RecordComponentNumber");
  }

  @Test
  void unfinishedWorkStarImportsAndUnusedImportsAreRefused() throws Exception {
    String todo = "TO" + "DO";
    assertThat(main("ui/Bad", "  // " + todo + " later")).contains("TodoComment");
    assertThat(main("ui/Bad", "  /* " + todo.replace("TODO", "FIX" + "ME") + " */"))
        .contains("TodoComment");
    assertThat(test("import java.util.*;\n", "")).contains("AvoidStarImport");
    assertThat(test("import java.util.List;\n", "")).contains("UnusedImports");
    assertThat(test("", "  // " + todo)).contains("TodoComment");
    assertThat(test("", CATCHES)).isEmpty();
  }

  @Test
  void aPackageWithoutDescriptionIsRefused() throws Exception {
    assertThat(main("rotation/Bad", "")).contains("JavadocPackage");
  }

  @Test
  void javadocIsOwedWhereFactsLive() throws Exception {
    for (String name : List.of("provisioning", "rules", "encryption", "simulator/world")) {
      assertThat(main(name + "/Bad", "")).as(name).contains("MissingJavadocType");
    }
    assertThat(main("ui/Good", "")).isEmpty();
  }

  private List<String> main(String type, String body) throws Exception {
    return check("config/checkstyle/main.xml", type, "", body);
  }

  private List<String> test(String imports, String body) throws Exception {
    return check("config/checkstyle/test.xml", "ui/AnyTest", imports, body);
  }

  private List<String> check(String rules, String type, String imports, String body)
      throws Exception {
    String name = Path.of(type).getFileName().toString();
    Path file =
        write(
            "dev/wrapkey/" + type + ".java",
            "package dev.wrapkey;\n" + imports + "public class " + name + " {\n" + body + "\n}\n");
    return violations(rules, file);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> violations(String rules, Path file) throws CheckstyleException {
    List<String> found = new ArrayList<>();
    Checker checker = new Checker();
    checker.setModuleClassLoader(Checker.class.getClassLoader());
    checker.configure(
        ConfigurationLoader.loadConfiguration(rules, new PropertiesExpander(new Properties())));
    checker.addListener(new Violations(found));
    checker.process(List.of(file.toFile()));
    checker.destroy();
    return found;
  }

  private record Violations(List<String> found) implements AuditListener {

    @Override
    public void addError(AuditEvent event) {
      found.add(event.getSourceName().replaceAll(".*\\.|Check$", ""));
    }

    @Override
    public void addException(AuditEvent event, Throwable bug) {
      throw new IllegalStateException(event.getFileName(), bug);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }
}
