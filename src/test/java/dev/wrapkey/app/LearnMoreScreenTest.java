package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** What leaves the program: the links to public pages. */
@OnScreen
class LearnMoreScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  LearnMoreScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @Test
  void everyTabOfTheWizardLeadsToItsDocumentation() {
    Person.act(() -> stage.setWidth(1280));
    person.click("create-server");
    person.click("more-server");
    person.click("more-cost");
    person.click("tab-networking");
    person.click("more-networking");
    person.click("tab-security");
    person.click("more-encryption");
    person.click("tab-tags");
    person.click("more-tags");
    assertThat(desk.read())
        .containsExactly(
            "https://learn.microsoft.com/azure/postgresql/flexible-server/overview",
            "https://azure.microsoft.com/pricing/calculator/",
            "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-public",
            "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-data-encryption",
            "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources");
    assertThat(desk.bugs()).isEmpty();
  }

  @Test
  void everyAddressOnAScreenIsAPageOfMicrosofts() throws IOException {
    List<String> addresses;
    try (var files = Files.list(Path.of("fxml"))) {
      addresses = files.flatMap(LearnMoreScreenTest::addresses).toList();
    }
    assertThat(addresses)
        .hasSizeGreaterThan(6)
        .allMatch(a -> a.matches("https://(learn|azure)\\.microsoft\\.com/[a-z0-9/.-]+"));
  }

  private static java.util.stream.Stream<String> addresses(Path file) {
    try {
      return HREF.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
