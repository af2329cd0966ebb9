package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Surveying;
import dev.wrapkey.cli.Where;
import dev.wrapkey.health.Urgency;
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

/** The keys of all servers, looked at without the window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyorTest {

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

  private int look(Surveying.Form form) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Surveyor(new Console(out, out))
        .look(new Surveying.Order(new Where.Practice(Optional.of(state)), form, Urgency.TROUBLE));
  }

  private String answer() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aServerInTroubleIsExitCodeOneAndStandsFirst() {
    assertThat(look(Surveying.Form.TEXT)).isEqualTo(Surveying.FOUND);
    assertThat(answer())
        .startsWith("trouble   payroll-pg: kv-payroll-uks/payroll-kek, Invalid")
        .contains("CMK-16", "warning   orders-pg: kv-orders-eastus/orders-kek, 1 behind")
        .contains("billing-pg (geo backup)", "ledger-pg: service-managed key")
        .contains("6 servers, 1 trouble, 1 warning");
  }

  @Test
  void programsGetEveryKeyWithItsGaps() throws IOException {
    look(Surveying.Form.JSON);
    JsonNode all = new ObjectMapper().readTree(answer());
    assertThat(all.get("keys")).hasSize(7);
    JsonNode orders =
        StreamSupport.stream(all.get("keys").spliterator(), false)
            .filter(each -> each.get("server").asText().equals("orders-pg"))
            .findFirst()
            .orElseThrow();
    assertThat(orders.get("urgency").asText()).isEqualTo("warning");
    assertThat(orders.get("behind").isNumber()).isTrue();
    assertThat(orders.get("behind").asInt()).isEqualTo(1);
    assertThat(orders.get("purgeProtection").booleanValue()).isTrue();
    assertThat(all.get("unseen")).isEmpty();
    assertThat(orders.get("gaps").findValuesAsText("rule")).contains("CMK-42", "REC-1");
  }

  @Test
  void aSpreadsheetGetsALineForEachKey() {
    look(Surveying.Form.CSV);
    assertThat(answer()).startsWith("server,urgency,breaks,resourceGroup,");
    assertThat(answer()).containsPattern("(?m)^billing-pg,advice,.*geo-backup");
  }
}
