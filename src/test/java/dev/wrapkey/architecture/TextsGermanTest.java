package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsGermanTest {

  private static final Set<String> SAME =
      Set.of(
          "Azure CLI (PowerShell)",
          "Azure Database for PostgreSQL",
          "Azure RBAC",
          "Azure US Government",
          "Build (SHA-256)",
          "Deutsch",
          "English",
          "Microsoft Graph",
          "Resource Manager",
          "Bicep",
          "Cloud",
          "Cluster",
          "Code",
          "Compute",
          "Cosmos DB for PostgreSQL",
          "Details",
          "Details: {0}: {1}",
          "Inaccessible",
          "Intel",
          "Microsoft",
          "Microsoft.DBforPostgreSQL/flexibleServers",
          "Name",
          "Port",
          "PostgreSQL",
          "Premium",
          "Region",
          "Segment {0}",
          "Server",
          "Shell",
          "Standard",
          "Status",
          "Status: {0}",
          "Tags",
          "Terraform",
          "Version",
          "Volume",
          "Volumes",
          "Wrapkey",
          "az deployment group create --resource-group {0} --template-file main.bicep --parameters"
              + " main.bicepparam",
          "az deployment group create --resource-group {0} --template-file template.json"
              + " --parameters @parameters.json",
          "bash create-server.sh",
          "dba@example.com",
          "terraform init && terraform apply",
          "{0}\nDetails: {1}: {2}");

  private static final Translation SCREENS = new Translation(screens(""), screens("_de"), SAME);
  private static final Translation RULES = new Translation(texts("rules"), texts("rules_de"), SAME);

  private static final Translation PHRASES = new Translation(phrases(""), phrases("_de"), SAME);

  private static final Translation PLANTED =
      new Translation(
          Map.of(
              "a.fine", "{0} keys in ''{1}''",
              "a.missing", "Key",
              "a.place", "{0} of {1}",
              "a.nested", "{0,choice,1#one of {1}|1<{0} of {1}}",
              "a.broken", "{0,choice,1#one|1<{0} keys}",
              "a.quoted", "the server''s {0}",
              "a.doubled", "the server's",
              "a.copy", "The keys",
              "a.name", "Region",
              "a.number", "{0} GiB"),
          Map.of(
              "a.fine", "{0} Schlüssel in „{1}“",
              "a.place", "{0} von allen",
              "a.nested", "{0,choice,1#einer|1<{0}}",
              "a.broken", "{0,choice,1#einer|1<{0} Schlüssel",
              "a.quoted", "der Server's {0}",
              "a.doubled", "des Server''s",
              "a.copy", "The keys",
              "a.name", "Region",
              "a.number", "{0} GiB",
              "a.surplus", "Mehr"),
          SAME);

  private static Map<String, String> screens(String suffix) {
    Map<String, String> all = new HashMap<>();
    Texts.FILES.forEach(file -> all.putAll(texts("text/" + file + suffix)));
    return all;
  }

  private static Map<String, String> phrases(String suffix) {
    Map<String, String> all = new HashMap<>();
    Phrases.FILES.forEach(file -> all.putAll(texts(file + suffix)));
    return all;
  }

  private static Map<String, String> texts(String file) {
    Properties read = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/dev/wrapkey/" + file + ".properties")) {
      assertThat(in).as(file).isNotNull();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    read.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  private static List<String> all(Function<Translation, Set<String>> fault) {
    return Stream.of(SCREENS, RULES, PHRASES)
        .flatMap(texts -> fault.apply(texts).stream())
        .toList();
  }

  @Test
  void everyTextIsTranslatedAndNothingElse() {
    assertThat(all(Translation::missing)).isEmpty();
    assertThat(all(Translation::surplus)).isEmpty();
    assertThat(PLANTED.missing()).containsExactly("a.missing");
    assertThat(PLANTED.surplus()).containsExactly("a.surplus");
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    assertThat(all(Translation::misplaced)).isEmpty();
    assertThat(PLANTED.misplaced()).containsExactly("a.nested", "a.place", "a.quoted");
  }

  @Test
  void everyTextCanBeFilledIn() {
    assertThat(all(Translation::malformed)).isEmpty();
    assertThat(PLANTED.malformed()).containsExactly("a.broken", "a.doubled", "a.quoted");
  }

  @Test
  void nothingIsLeftInEnglish() {
    assertThat(all(Translation::untouched)).isEmpty();
    assertThat(PLANTED.untouched()).containsExactly("a.copy");
  }

  @Test
  void whatIsTheSameInBothLanguagesIsThereToBeTheSame() {
    Set<String> english = Set.copyOf(SCREENS.english().values());
    assertThat(SAME).allSatisfy(text -> assertThat(english).contains(text));
  }

  @Test
  void germanIsSetAsGerman() {
    Stream<Map<String, String>> german =
        Stream.of(SCREENS, RULES, PHRASES).map(Translation::translated);
    assertThat(german.flatMap(texts -> texts.values().stream()))
        .hasSizeGreaterThan(2000)
        .noneMatch(text -> text.contains("\"") || text.contains("..."));
  }
}
