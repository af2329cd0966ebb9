package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.WrapkeyCommand;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code wrapkey impact} in the practice cloud. */
class ForeseeingTest {

  private static Path state;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeAll
  static void open() {
    state = Practice.stateFolder();
  }

  @AfterAll
  static void delete() throws IOException {
    Scratch.delete(state);
  }

  private int impact(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of("--state", state.toString(), "impact"));
    all.addAll(List.of(arguments));
    return WrapkeyCommand.run(
        new Launch(), new Serving(), Main.jobs(new Console(out, out)), all.toArray(String[]::new));
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void INA_3_aVaultThatServersNeedEndsWithOneAndNamesThem() {
    assertThat(impact("--vault", "kv-reporting-weu", "--act", "delete")).isEqualTo(1);
    assertThat(words())
        .contains("Delete key vault kv-reporting-weu")
        .contains("1 server goes dark: reporting-pg.")
        .contains("az keyvault recover --name kv-reporting-weu");
  }

  @Test
  void INA_8_trustedServicesEndWithZero() {
    assertThat(impact("--vault", "kv-reporting-weu", "--act", "private-and-trusted")).isZero();
    assertThat(impact("--vault", "kv-reporting-weu", "--act", "private")).isEqualTo(1);
  }

  @Test
  void anIdentityIsToldForPrograms() throws IOException {
    assertThat(impact("--identity", "id-billing-weu", "--act", "revoke", "--json")).isEqualTo(1);
    JsonNode answer = new ObjectMapper().readTree(words()).path(0);
    assertThat(answer.path("breaks").asBoolean()).isTrue();
    assertThat(answer.path("dark").path(0).asText()).endsWith("/flexibleServers/billing-pg");
    assertThat(answer.path("servers").path(0).path("purpose").asText()).isEqualTo("geo_backup");
    assertThat(answer.path("commandsBack").path(0).asText())
        .startsWith("az role assignment create");
  }

  @Test
  void aKeyThatNobodyUsesIsHarmless() {
    assertThat(
            impact("--key", "https://kv-lab-eastus.vault.azure.net/keys/lab-kek", "--act", "purge"))
        .isZero();
    assertThat(words()).contains("Nothing breaks: no server that you can see, in 2 subscriptions");
  }

  @Test
  void CMK_6_aPurgeSaysThatPurgeProtectionForbidsIt() {
    String key = "https://kv-reporting-weu.vault.azure.net/keys/reporting-kek";
    assertThat(impact("--key", key, "--act", "purge")).isEqualTo(1);
    assertThat(words())
        .contains("The data of 1 server is gone for good, with all backups: reporting-pg.")
        .contains("Purge protection is on");
  }

  @Test
  void CMK_5_withoutSoftDeleteADeletedKeyIsAPurgedOne() {
    impact("--key", "https://kv-legacy-weu.vault.azure.net/keys/legacy-kek", "--act", "delete");
    assertThat(words()).contains("Purge key legacy-kek").contains("There is no way back.");
  }

  @Test
  void whatIsNotThereEndsWithTwo() {
    assertThat(impact("--vault", "kv-nowhere", "--act", "delete")).isEqualTo(2);
    assertThat(impact("--vault", "kv-reporting-weu", "--act", "explode")).isEqualTo(2);
    assertThat(impact("--act", "delete")).isEqualTo(2);
  }
}
