package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import installer.NestedLibraries;
import installer.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries within jars are signed; a command of ours plays codesign. */
class NestedLibrariesTest {

  private static final Map<String, String> CONTENT = new LinkedHashMap<>();

  static {
    CONTENT.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
    CONTENT.put("com/sun/jna/darwin-aarch64/libjnidispatch.jnilib", "jna");
    CONTENT.put("libglass.dylib", "glass");
    CONTENT.put("other/libglass.dylib", "other glass");
    CONTENT.put("a/B.class", "class");
  }

  private final List<List<String>> run = new ArrayList<>();
  @TempDir private Path input;

  @BeforeEach
  void jars() throws IOException {
    Files.createDirectories(input.resolve("fx"));
    write(input.resolve("fx/with.jar"), CONTENT);
    write(input.resolve("without.jar"), Map.of("a/B.class", "class"));
  }

  private static void write(Path jar, Map<String, String> content) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var each : content.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  private static Map<String, String> read(Path jar) throws IOException {
    Map<String, String> content = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        byte[] bytes = file.getInputStream(entry).readAllBytes();
        content.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return content;
  }

  private void sign(Map<String, String> names) throws IOException, InterruptedException {
    NestedLibraries.sign(
        input,
        new Signing(names),
        command -> {
          run.add(command);
          Files.writeString(Path.of(command.getLast()), " signed", StandardOpenOption.APPEND);
        });
  }

  @Test
  void eachIsSignedOnceAndPutBackAndNothingElseChanges() throws Exception {
    byte[] untouched = Files.readAllBytes(input.resolve("without.jar"));
    sign(Map.of(Signing.IDENTITY, "Example Team", Signing.KEYCHAIN, "build.keychain"));

    Map<String, String> expected = new LinkedHashMap<>(CONTENT);
    expected.replaceAll((name, text) -> name.endsWith("lib") ? text + " signed" : text);
    assertThat(read(input.resolve("fx/with.jar"))).containsExactlyEntriesOf(expected);
    assertThat(Files.readAllBytes(input.resolve("without.jar"))).isEqualTo(untouched);
    assertThat(run)
        .hasSize(3)
        .allSatisfy(
            command ->
                assertThat(command)
                    .startsWith("codesign", "--force", "--options", "runtime", "--timestamp")
                    .containsSubsequence("--sign", "Developer ID Application: Example Team")
                    .containsSubsequence("--keychain", "build.keychain"));
    assertThat(run.stream().map(List::getLast).map(Path::of)).noneMatch(Files::exists);
    try (var left = Files.walk(input)) {
      assertThat(left.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void withoutANameNothingIsSigned() throws Exception {
    sign(Map.of());
    assertThat(run).isEmpty();
    assertThat(read(input.resolve("fx/with.jar"))).containsExactlyEntriesOf(CONTENT);
  }
}
