package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.cli.Checking;
import dev.wrapkey.cli.Checking.Target;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Where;
import dev.wrapkey.export.Plans;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Servers and plans checked without the window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvingTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path state;

  @BeforeAll
  void landscape() {
    state = Practice.stateFolder();
  }

  @AfterAll
  void delete() {
    Landscapes.delete(state);
  }

  private int check(Target target, boolean json) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Proving(new Console(out, out))
        .check(
            new Checking.Order(
                new Where.Practice(Optional.of(state)), target, Profile.CURRENT, json));
  }

  private String answer() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Target plan(String key) {
    Plan plan = Plans.plain("orders-new");
    return new Target.Planned(
        plan.withEncryption(
            DataEncryption.customerManaged(
                KeyIdentifier.of("https://" + key), Plans.identity("id-orders-eastus"))));
  }

  @Test
  void aGoodServerIsClear() {
    assertThat(check(new Target.Existing("orders-pg"), false)).isEqualTo(Checking.CLEAR);
    assertThat(answer())
        .contains("Key\n", "  ok       CMK-6    Purge protection is on.", "Server\n")
        .contains(" 0 failed, 0 unknown.");
  }

  @Test
  void aServerCanBeNamedByItsIdentifier() {
    ResourceId id = ResourceId.server(Plans.SUB, "rg-orders", "ORDERS-PG");
    assertThat(check(new Target.Existing(id.toString()), false)).isEqualTo(Checking.CLEAR);
  }

  @Test
  void theExpiredKeyOfAnInaccessibleServerObstructsAndTheCommandThatMendsItIsTold() {
    assertThat(check(new Target.Existing("payroll-pg"), false)).isEqualTo(Checking.OBSTRUCTED);
    assertThat(answer())
        .contains(
            "  failed   CMK-16", "az keyvault key set-attributes --id https://kv-payroll-uks");
  }

  @Test
  void whatCannotBeSeenIsNeitherClearNorObstructed() {
    assertThat(check(plan("kv-hidden-eastus.vault.azure.net/keys/hidden-kek"), false))
        .isEqualTo(Checking.UNCERTAIN);
    assertThat(answer()).contains("  unknown  KEY-1");
  }

  @Test
  void aPlanIsAnsweredForProgramsInJson() throws IOException {
    assertThat(check(plan("kv-lab-eastus.vault.azure.net/keys/lab-kek"), true))
        .isEqualTo(Checking.OBSTRUCTED);
    JsonNode json = new ObjectMapper().readTree(answer());
    assertThat(json.path("obstructs").asBoolean()).isTrue();
    assertThat(json.path("counts").path("failed").asInt()).isEqualTo(1);
    JsonNode failed =
        StreamSupport.stream(json.path("checks").spliterator(), false)
            .filter(check -> check.path("verdict").asText().equals("failed"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.path("rule").asText()).isEqualTo("CMK-6");
    assertThat(failed.path("purpose").asText()).isEqualTo("primary");
    assertThat(failed.path("remedy").path("irreversible").asBoolean()).isTrue();
    assertThat(failed.path("remedy").path("command").asText()).startsWith("az keyvault update");
  }

  @Test
  void aServerThatIsNotThereIsBadInput() {
    assertThat(check(new Target.Existing("nobody-pg"), false)).isEqualTo(Checking.BAD_INPUT);
    ResourceId id = ResourceId.server(Plans.SUB, "rg-orders", "nobody-pg");
    assertThat(check(new Target.Existing(id.toString()), false)).isEqualTo(Checking.BAD_INPUT);
    assertThat(answer()).contains("no such server");
  }
}
