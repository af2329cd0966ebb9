package dev.wrapkey.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LicenceTest {

  @Test
  void theListIsReadByNameAndBearsWhatIsMissing() throws IOException {
    String json =
        """
        [{"name": "Zebra", "version": "1.0", "licence": "MIT", "url": "https://mit.example"},
         {"name": "apple", "version": "2.0", "licence": "Apache-2.0", "url": null},
         {"name": "Bare"}]
        """;
    assertThat(Licence.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            new Licence("apple", "2.0", "Apache-2.0", ""),
            new Licence("Bare", "", "", ""),
            new Licence("Zebra", "1.0", "MIT", "https://mit.example"));
  }

  @Test
  void thisBuildNamesWhatItRunsOn() {
    Build here = Build.here("");
    assertThat(here.version()).matches("\\d+\\.\\d+.*");
    assertThat(here.java()).contains(System.getProperty("java.runtime.version"));
    assertThat(here.system()).startsWith(System.getProperty("os.name"));
  }
}
