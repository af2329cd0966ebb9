package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Automation;
import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Where;
import dev.wrapkey.export.Plans;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.simulator.gateway.Speed;
import dev.wrapkey.ui.Practice;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan carried out without the window. */
class AutomatingTest {

  private final Where there = new Where.Practice(Optional.of(Practice.stateFolder()));
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Cancellation cancellation = new Cancellation();

  private int create(String name, boolean resume, Cancellation wish) {
    return create(Plans.full(name), resume, wish);
  }

  private int create(Plan plan, boolean resume, Cancellation wish) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Automating(new Console(out, out))
        .create(new Automation.Create(there, plan, Speed.INSTANT, resume, false), wish);
  }

  @Test
  void RST_10_aRestoreIsCarriedOutWithoutAPassword() {
    Plan plan =
        Plans.plain("ledger-cli")
            .withoutSecrets()
            .copiedFrom(
                new Origin(
                    ResourceId.server(Plans.SUB, "rg-orders", "ledger-pg"),
                    Origin.Mode.POINT_IN_TIME,
                    Optional.empty(),
                    "",
                    Optional.empty()));
    assertThat(create(plan, false, cancellation)).isEqualTo(Automation.CREATED);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("created /subscriptions/");
  }

  @Test
  void theServerIsCreatedAndASecondOneOfItsNameIsRefused() {
    assertThat(create("orders-cli", false, cancellation)).isEqualTo(Automation.CREATED);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Create the server: OK", "created /subscriptions/")
        .doesNotContain(Plans.CANARY);
    said.reset();
    assertThat(create("orders-cli", false, cancellation)).isEqualTo(Automation.FAILED);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("NameUnavailable", "No server was created.");
  }

  @Test
  void whatIsStoppedTellsWhatExistsAndCanBeGoneOnWith() {
    OutputStream watching =
        new OutputStream() {
          @Override
          public void write(int b) {
            said.write(b);
            if (said.toString(StandardCharsets.UTF_8).contains("Create the server: OK")) {
              cancellation.cancel();
            }
          }
        };
    PrintStream out = new PrintStream(watching, true, StandardCharsets.UTF_8);
    int code =
        new Automating(new Console(out, out))
            .create(
                new Automation.Create(
                    there, Plans.full("orders-stop"), Speed.INSTANT, false, false),
                cancellation);
    assertThat(code).isEqualTo(Automation.CANCELLED);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("The server orders-stop exists and costs money.", "--resume");
    assertThat(create("orders-stop", true, new Cancellation())).isEqualTo(Automation.CREATED);
    assertThat(create("orders-stop", true, new Cancellation())).isEqualTo(Automation.BAD_INPUT);
  }
}
