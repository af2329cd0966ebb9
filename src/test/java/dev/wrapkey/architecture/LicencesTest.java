package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What About shows of the libraries; Maven has written it beside the classes. */
class LicencesTest {

  private static final Set<String> KNOWN =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-1.0",
          "EPL-2.0",
          "MPL-2.0",
          "LGPL-2.1-or-later",
          "GPL-2.0-only WITH Classpath-exception-2.0",
          "Bouncy Castle Licence");

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "\\s*<version>[^<]+</version>(?!\\s*<scope>test)");

  private final List<JsonNode> libraries = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = LicencesTest.class.getResourceAsStream("/dev/wrapkey/licences.json")) {
      new ObjectMapper().readTree(in).forEach(libraries::add);
    }
  }

  @Test
  void everyLibraryHasAKnownLicenceAVersionAndAnAddress() {
    assertThat(libraries)
        .isNotEmpty()
        .allSatisfy(
            library -> {
              assertThat(KNOWN)
                  .containsAll(List.of(library.path("licence").asText().split(" or ")));
              assertThat(library.path("version").asText()).matches("\\d+\\.\\d+.*");
              assertThat(library.path("url").asText()).startsWith("http");
            });
  }

  @Test
  void forEveryLicenceThereIsATextOfItOrOfItsAlternative() throws IOException {
    List<String> texts;
    try (Stream<Path> files = Files.list(Path.of("packaging/licences"))) {
      texts = files.map(file -> file.getFileName().toString().replace(".txt", "")).toList();
    }
    assertThat(libraries)
        .extracting(library -> library.path("licence").asText().replace("Bouncy Castle Licence", "Bouncy-Castle"))
        .filteredOn(licence -> !licence.startsWith("GPL-2.0")) // comes with the runtime
        .allSatisfy(licence -> assertThat(texts).containsAnyOf(licence.split(" or ")));
  }

  @Test
  void everyDependencyOfTheProgramIsThereAndNoneOfItsTests() throws IOException {
    List<String> names = libraries.stream().map(each -> each.path("name").asText()).toList();
    String pom = Files.readString(Path.of("pom.xml"));
    String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
    Matcher each = DEPENDENCY.matcher(own);
    List<String> expected = new ArrayList<>();
    while (each.find()) {
      expected.add(each.group(1) + ":" + each.group(2));
    }
    assertThat(names).containsAll(expected).doesNotHaveDuplicates();
    assertThat(names).noneMatch(name -> name.contains("junit") || name.contains("checkstyle"));
  }
}
