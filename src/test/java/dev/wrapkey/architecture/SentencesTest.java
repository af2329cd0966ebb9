package dev.wrapkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a person reads stands in the files of words, so that a German window speaks German. */
class SentencesTest {

  /** Whose words are not ours to translate, with the reason. */
  private static final Map<String, String> SPEAK_ENGLISH =
      Map.of(
          "app", "speaks at the terminal; its windows take their words from the bundle",
          "cli", "the command line is English",
          "ui", "TextsTest keeps words out of the screens",
          "simulator", "is Azure, whose messages are English",
          "encryption", "is the storage of the practice cloud, and so Azure's side");

  /** Files whose sentences no person reads in a window, with the reason. */
  private static final Map<String, String> NOT_READ =
      Map.of(
          "export/Blueprint.java", "descriptions in templates",
          "export/Shell.java", "comments and questions of generated scripts",
          "export/HsmCommands.java", "comments of generated scripts",
          "health/HealthFile.java", "files are English",
          "azure/AzureWatch.java", "the language of a filter",
          "keyfile/KeyBackup.java", "toString, for those who mend the program",
          "azure/KeyTest.java", "bytes that are wrapped",
          "azure/IndexQuery.java", "the language of Resource Graph");

  private static String belowRoot(Path file) {
    return Path.of("src/main/java/dev/wrapkey").relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, String> below() {
    return Sources.lines("src/main/java/dev/wrapkey", ".java").entrySet().stream()
        .collect(
            Collectors.toMap(
                file -> belowRoot(file.getKey()), file -> String.join("\n", file.getValue())));
  }

  private static List<String> sentences(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> !SPEAK_ENGLISH.containsKey(file.getKey().split("/")[0]))
        .filter(file -> !NOT_READ.containsKey(file.getKey()))
        .flatMap(
            file ->
                Sentences.in(file.getValue()).stream()
                    .map(one -> file.getKey() + ": " + one.text()))
        .toList();
  }

  @Test
  void nothingThatAPersonReadsIsWrittenInEnglishBelowTheScreens() {
    assertThat(sentences(below())).isEmpty();
  }

  @Test
  void aPlantedSentenceIsFound() {
    String refusal =
        """
        throw new CloudFailure(
            Kind.SERVICE, "TookTooLong", "The server " + name + " is not ready" + " after an hour.", "");
        """;
    String piece = "return refused(\"has a certificate that cannot be read.\");";
    String chosen = "String why = left ? \"no key\" : \"Nobody is signed in to the Azure CLI.\";";
    String block = "String all = \"\"\"\n    You have signed out\n    of this cloud.\n    \"\"\";";
    assertThat(
            sentences(
                Map.of(
                    "rotation/A.java", refusal,
                    "azure/B.java", piece,
                    "record/C.java", chosen,
                    "health/D.java", block)))
        .containsExactlyInAnyOrder(
            "rotation/A.java: The server  is not ready after an hour.",
            "azure/B.java: has a certificate that cannot be read.",
            "record/C.java: Nobody is signed in to the Azure CLI.",
            "health/D.java: You have signed out\n    of this cloud.");
  }

  @Test
  void whatNobodyReadsIsNoSentence() {
    String innocent =
        """
        // The server is not ready after an hour.
        /* The server is not ready after an hour. */
        throw new IllegalStateException("the page table is not the one the header was written for");
        LOG.log(Level.INFO, "the key store does not open; tokens stay in memory", failed);
        char quote = '"'; char mark = '\\'';
        String command = "az keyvault key set-attributes --id %s --enabled true";
        String role = "Key Vault Crypto Service Encryption User";
        String query = "resources | where type =~ ";
        """;
    assertThat(sentences(Map.of("azure/A.java", innocent))).isEmpty();
    assertThat(sentences(Map.of("simulator/A.java", "say(\"The name is not available.\");")))
        .isEmpty();
  }

  @Test
  void everyExceptionFromTheRuleIsStillNeeded() {
    Map<String, String> files = below();
    Set<String> packages =
        files.keySet().stream().map(file -> file.split("/")[0]).collect(Collectors.toSet());
    assertThat(packages).containsAll(SPEAK_ENGLISH.keySet());
    assertThat(NOT_READ.keySet())
        .allSatisfy(file -> assertThat(Sentences.in(files.get(file))).as(file).isNotEmpty());
  }
}
