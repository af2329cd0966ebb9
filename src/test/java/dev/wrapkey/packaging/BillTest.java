package dev.wrapkey.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import installer.Bill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials of a package with the program and one library. */
class BillTest {

  private static final String EMPTY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void packageWithOneLibrary() throws IOException {
    input = Files.createDirectories(folder.resolve("input/fx")).getParent();
    Files.createFile(input.resolve("wrapkey-1.0.jar"));
    Files.createFile(input.resolve("fx/pictures-2.0-linux.jar"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    licensed("Apache-2.0 or EPL-2.0");
    Files.writeString(
        folder.resolve("maven.json"),
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6",
         "metadata": {"component": {"group": "dev.wrapkey", "name": "wrapkey", "version": "1.0",
           "purl": "pkg:maven/dev.wrapkey/wrapkey@1.0?type=jar"}},
         "components": [{"type": "library", "group": "org.example", "name": "pictures",
           "version": "2.0", "hashes": [{"alg": "SHA-256", "content": "00ff"}],
           "purl": "pkg:maven/org.example/pictures@2.0?classifier=linux&type=jar"}]}
        """);
  }

  @Test
  void aLibraryHasTheHashOfItsFileAndItsLicence() throws IOException {
    JsonNode library = written().path("components").path(0);
    assertThat(library.path("hashes")).hasSize(1);
    assertThat(library.path("hashes").path(0).path("content").asText()).isEqualTo(EMPTY_HASH);
    assertThat(library.path("licenses").path(0).path("expression").asText())
        .isEqualTo("Apache-2.0 OR EPL-2.0");
  }

  @Test
  void aJarThatIsNotAsPublishedSaysSo() throws IOException {
    assertThat(written().path("components").path(0).path("pedigree").path("notes").asText())
        .contains("00ff");
  }

  @Test
  void theRuntimeIsAPartToo() throws IOException {
    JsonNode runtime = written().path("components").path(1);
    assertThat(runtime.path("type").asText()).isEqualTo("platform");
    assertThat(runtime.path("version").asText()).isEqualTo("25.0.3");
  }

  @Test
  void aJarThatIsNotInTheBillIsRefused() throws IOException {
    Files.createFile(input.resolve("stowaway-1.jar"));
    assertThatThrownBy(this::written).hasMessageContaining("stowaway-1.jar");
  }

  @Test
  void aPartThatIsNotInThePackageIsRefused() throws IOException {
    Files.delete(input.resolve("fx/pictures-2.0-linux.jar"));
    assertThatThrownBy(this::written).hasMessageContaining("pictures-2.0-linux.jar");
  }

  @Test
  void aLibraryWithoutALicenceIsRefused() throws IOException {
    Files.writeString(folder.resolve("licences.json"), "[]");
    assertThatThrownBy(this::written).hasMessageContaining("org.example:pictures");
  }

  @Test
  void aLicenceThatHasNoShortNameIsNamedInFull() throws IOException {
    licensed("Bouncy Castle Licence");
    JsonNode licence = written().path("components").path(0).path("licenses").path(0);
    assertThat(licence.path("license").path("name").asText()).isEqualTo("Bouncy Castle Licence");
  }

  private void licensed(String licence) throws IOException {
    Files.writeString(
        folder.resolve("licences.json"),
        "[{\"name\": \"org.example:pictures\", \"licence\": \"" + licence + "\"}]");
  }

  private JsonNode written() throws IOException {
    Bill.write(
        folder.resolve("maven.json"),
        folder.resolve("licences.json"),
        folder.resolve("release"),
        input);
    return new ObjectMapper().readTree(input.resolve("bom.json").toFile());
  }
}
