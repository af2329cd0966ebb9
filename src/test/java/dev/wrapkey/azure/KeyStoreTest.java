package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of a person in a real key store, from one start of the program to the next. Needs a Secret
 * Service whose default collection is open; {@code .ci/keystore.sh} starts one.
 */
@EnabledIfSystemProperty(named = "wrapkey.keystore", matches = "yes")
class KeyStoreTest {

  private static final String PERSON = "practitioner@practice.onmicrosoft.com 2";
  private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]{8,})\"");

  @Test
  void tokensAreKeptInTheKeyStoreAloneUntilSomebodySignsOut(
      @TempDir Path folder, @TempDir Path home) throws Exception {
    try (Gatehouse gate = new Gatehouse(folder)) {
      assertThat(run(gate, folder, home, "again")).containsExactly("nobody");
      assertThat(run(gate, folder, home, "sign-in")).containsExactly(PERSON);
      List<String> secrets = secrets(home);
      assertThat(secrets).isNotEmpty();
      assertThat(files(folder.resolve("accounts"), home))
          .as("no token in any file")
          .isNotEmpty()
          .allSatisfy(file -> assertThat(text(file)).doesNotContain(secrets));
      assertThat(run(gate, folder, home, "again")).containsExactly(PERSON);
      assertThat(run(gate, folder, home, "sign-out")).containsExactly(PERSON);
      assertThat(secrets(home)).isEmpty();
      assertThat(folder.resolve("accounts").resolve("account-custom.json")).doesNotExist();
      assertThat(run(gate, folder, home, "again")).containsExactly("nobody");
    }
  }

  /** What the key ring holds for Wrapkey: the secrets of all tokens. */
  private static List<String> secrets(Path home) {
    byte[] content =
        new KeyRingAccessor(
                home.resolve("key-ring-read-by-a-test").toString(),
                "default",
                "dev.wrapkey.tokens",
                "wrapkey",
                "application",
                "wrapkey",
                null,
                null)
            .read();
    String json = content == null ? "" : new String(content, StandardCharsets.UTF_8);
    return SECRET.matcher(json).results().map(MatchResult::group).toList().stream()
        .map(found -> found.substring(found.indexOf(':') + 2, found.length() - 1))
        .toList();
  }

  private static List<Path> files(Path... folders) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile).forEach(found::add);
      }
    }
    return found;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static List<String> run(Gatehouse gate, Path folder, Path home, String what)
      throws Exception {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.home=" + home,
                "-classpath",
                System.getProperty("java.class.path"),
                KeyStoreProgram.class.getName(),
                folder.toString(),
                what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = program.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(KeyStoreProgram.CODE)) {
          gate.practice.signIns().decide(line.substring(KeyStoreProgram.CODE.length()), true);
        } else {
          said.add(line);
        }
      }
    } finally {
      program.destroyForcibly();
    }
    assertThat(said).first().isEqualTo("tokens in secretservice");
    return said.subList(1, said.size());
  }
}
