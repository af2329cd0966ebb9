package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Recounting;
import dev.wrapkey.cli.Recounting.Form;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.record.Recording;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wrapkey record}, on a record of real changes. */
class RecallingTest {

  private final Practice practice = Practice.opened();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @BeforeEach
  void change() {
    Cloud cloud =
        Recording.over(
            practice.cloud(), "Practice cloud", StateFolder.changes(practice.time(), folder));
    cloud.keyLife().edit(practice.newest("kv-orders-eastus", "orders-kek"), KeyEdit.enabled(false));
    cloud.keyStores().rotate(practice.newest("kv-orders-eastus", "orders-kek").versionless());
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private int run(String words, Optional<Instant> since, Optional<String> mark, Form form) {
    said.reset();
    complained.reset();
    Console console =
        new Console(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8));
    return new Recalling(console)
        .recount(
            new Recounting.Order(
                Optional.of(folder), new Recounting.Whose.Practice(), words, since, mark, form));
  }

  private int run(Form form) {
    return run("", Optional.empty(), Optional.empty(), form);
  }

  private String out() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out());
  }

  @Test
  void tellsEveryChangeAndThatItCanBeTrusted() {
    assertThat(run(Form.TEXT)).isEqualTo(Recounting.SOUND);
    assertThat(out())
        .contains("Rotate key", "Change key version", "enabled: true → false", "kty: RSA\n")
        .doesNotContain("RSA → RSA")
        .contains("The record is as Wrapkey wrote it: 4 lines");
  }

  @Test
  void answersProgramsWithJson() throws IOException {
    assertThat(run("enabled=true update", Optional.empty(), Optional.empty(), Form.JSON)).isZero();
    assertThat(json().path("sound").asBoolean()).isTrue();
    assertThat(json().path("changes")).hasSize(1);
    JsonNode change = json().path("changes").path(0);
    assertThat(change.path("operation").asText())
        .isEqualTo("Microsoft.KeyVault/vaults/keys/update/action");
    assertThat(change.path("before").path("enabled").asText()).isEqualTo("true");
    assertThat(change.path("after").path("enabled").asText()).isEqualTo("false");
    assertThat(change.path("account").asText()).isNotEmpty();
  }

  @Test
  void aTableHasALineForEachChange() {
    run(Form.CSV);
    assertThat(out().lines()).hasSize(3);
  }

  @Test
  void changesBeforeAMomentAreLeftOut() throws IOException {
    Instant later = practice.time().now().plusSeconds(1);
    run("", Optional.of(later), Optional.empty(), Form.JSON);
    assertThat(json().path("changes")).isEmpty();
  }

  @Test
  void aFingerprintIsFoundUntilSomebodyTampers() throws IOException {
    run(Form.JSON);
    Optional<String> mark = Optional.of(json().path("fingerprint").asText());
    assertThat(run("", Optional.empty(), mark, Form.VERDICT)).isEqualTo(Recounting.SOUND);
    Path file = StateFolder.changes(practice.time(), folder).path();
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"enabled\":\"true\"", "\"enabled\":\"false\""));
    assertThat(run("", Optional.empty(), mark, Form.VERDICT)).isEqualTo(Recounting.TAMPERED);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .contains("not as Wrapkey wrote it", "Line 1 does not follow", "fingerprint is not");
    assertThat(run(Form.JSON)).isEqualTo(Recounting.TAMPERED);
  }

  @Test
  void aForeignFingerprintIsRefused() {
    assertThat(run("", Optional.empty(), Optional.of("f".repeat(64)), Form.VERDICT))
        .isEqualTo(Recounting.TAMPERED);
  }

  @Test
  void aRecordThatCannotBeReadIsSaid() throws IOException {
    Path file = StateFolder.changes(practice.time(), folder).path();
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    assertThat(run(Form.TEXT)).isEqualTo(Recounting.UNREADABLE);
  }
}
