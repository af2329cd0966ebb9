package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Rotating;
import dev.wrapkey.cli.Rotating.Act;
import dev.wrapkey.cli.Where;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys rotated without the window. */
class TurningTest {

  private static final Act NEW = new Act.Begin(true, Optional.empty(), Optional.empty());

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path state;

  @BeforeEach
  void landscape() {
    state = Practice.stateFolder();
  }

  @AfterEach
  void delete() {
    Landscapes.delete(state);
  }

  private int rotate(String server, Act act, boolean json) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Turning(new Console(out, out))
        .rotate(
            new Rotating.Order(
                new Where.Practice(Optional.of(state)), server, act, Speed.of("instant"), json));
  }

  private String answer() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyStepIsToldWithItsCommandAndTheGateWithItsMoment() {
    assertThat(rotate("orders-pg", NEW, false)).as(answer()).isEqualTo(Rotating.DONE);
    assertThat(answer())
        .contains(
            "preflight    holds every rule",
            "az keyvault key rotate --id https://kv-orders-eastus.vault.azure.net/keys/orders-kek",
            "az postgres flexible-server update --subscription",
            "update       done",
            "verify       done",
            "orders-pg uses https://kv-orders-eastus.vault.azure.net/keys/orders-kek/",
            "It may be disabled from",
            "2 hours must pass (CMK-41, Data encryption at rest")
        .doesNotContain("<identifier of the new version>");
    assertThat(rotate("orders-pg", new Act.DisableOld(), false)).isEqualTo(Rotating.NOT_YET);
    assertThat(answer()).contains("closed  Data keys were last wrapped anew");
    assertThat(rotate("orders-pg", new Act.RollBack(), false)).isEqualTo(Rotating.DONE);
    assertThat(rotate("orders-pg", new Act.Gate(), false)).isEqualTo(Rotating.NOT_YET);
  }

  @Test
  void programsAreAnsweredInJson() throws IOException {
    assertThat(rotate("orders-pg", NEW, true)).isEqualTo(Rotating.DONE);
    JsonNode json = new ObjectMapper().readTree(answer());
    assertThat(json.path("phase").asText()).isEqualTo("succeeded");
    assertThat(json.path("steps")).hasSize(5);
    assertThat(json.path("steps").get(3).path("commands").get(0).asText())
        .contains("--key " + json.path("key").asText());
    assertThat(json.path("gate").path("open").asBoolean()).isFalse();
    assertThat(json.path("gate").path("reasons").get(0).path("kind").asText()).isEqualTo("TooSoon");
  }

  @Test
  void whatFailsIsToldAndCanBeSettledByGoingBack() {
    Act other =
        new Act.Begin(
            false,
            Optional.of(
                KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/retired-kek")),
            Optional.empty());
    assertThat(rotate("orders-pg", other, false)).isEqualTo(Rotating.FAILED);
    assertThat(answer()).contains("CMK-17", "--roll-back goes back");
    assertThat(rotate("orders-pg", NEW, false)).isEqualTo(Rotating.BAD_INPUT);
    assertThat(answer()).contains("is unfinished");
    assertThat(rotate("orders-pg", new Act.RollBack(), false)).isEqualTo(Rotating.DONE);
    assertThat(rotate("orders-pg", new Act.Resume(), false)).isEqualTo(Rotating.BAD_INPUT);
  }

  @Test
  void whatThereIsNotIsBadInput() {
    assertThat(rotate("nobody-pg", NEW, false)).isEqualTo(Rotating.BAD_INPUT);
    assertThat(answer()).contains("no such server");
    assertThat(rotate("ledger-pg", NEW, false)).isEqualTo(Rotating.BAD_INPUT);
    assertThat(answer()).contains("has no customer-managed key");
    assertThat(rotate("orders-pg", new Act.Resume(), false)).isEqualTo(Rotating.BAD_INPUT);
    assertThat(answer()).contains("no such rotation");
  }
}
