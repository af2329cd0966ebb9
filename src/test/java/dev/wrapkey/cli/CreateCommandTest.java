package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.Plans;
import dev.wrapkey.export.plan.PlanFile;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.simulator.gateway.Speed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command lines of create and of plan export. */
class CreateCommandTest {

  @TempDir Path folder;
  private final List<Automation.Create> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();
  private Optional<Secret> environment = Optional.of(new Secret(Plans.CANARY));
  private Optional<Secret> person = Optional.empty();

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(
            new CreateCommand(
                how -> {
                  asked.add(how);
                  return 0;
                },
                new CloudOption(
                    () -> Optional.of(folder),
                    Secrets.of(_ -> Optional.empty(), _ -> Optional.empty())),
                new Passwords(() -> environment, () -> person)));
    line.setErr(new PrintWriter(err, true));
    line.setParameterExceptionHandler(
        (refused, given) -> {
          err.write(String.valueOf(refused.getMessage()));
          return refused.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
    return line.execute(arguments);
  }

  private String saved(Plan plan) throws IOException {
    return Files.writeString(folder.resolve("plan.wrapkey.json"), PlanFile.write(plan)).toString();
  }

  @Test
  void aPlanIsCarriedOutWithThePasswordOfTheEnvironment() throws IOException {
    assertThat(run("--plan", saved(Plans.plain("orders-a")))).isZero();
    assertThat(asked)
        .containsExactly(
            new Automation.Create(
                new Where.Practice(Optional.of(folder)),
                Plans.plain("orders-a"),
                Speed.of("60x"),
                false,
                false));
  }

  @Test
  void aPasswordFileGoesBeforeEverythingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "Other-4711-pass\nsecond line\n");
    run("--plan", saved(Plans.plain("orders-a")), "--password-file", file.toString(), "--resume");
    assertThat(asked.getFirst().plan().basics().authentication().password().reveal())
        .isEqualTo("Other-4711-pass");
    assertThat(asked.getFirst().resume()).isTrue();
  }

  @Test
  void thePersonIsAskedLast() throws IOException {
    environment = Optional.empty();
    person = Optional.of(new Secret("Typed-4711-pass"));
    run("--plan", saved(Plans.plain("orders-a")));
    assertThat(asked.getFirst().plan().basics().authentication().password().reveal())
        .isEqualTo("Typed-4711-pass");
  }

  @Test
  void withoutAnyPasswordNothingIsBegun() throws IOException {
    environment = Optional.empty();
    assertThat(run("--plan", saved(Plans.plain("orders-a")))).isEqualTo(2);
    assertThat(asked).isEmpty();
    assertThat(err.toString()).contains("--password-file", "WRAPKEY_ADMIN_PASSWORD");
  }

  @Test
  void withEntraOnlyNoPasswordIsNeeded() throws IOException {
    environment = Optional.empty();
    assertThat(run("--plan", saved(Plans.closed("orders-a")))).isZero();
  }

  @Test
  void aPlanForThePracticeCloudIsRefusedInAzure() throws IOException {
    assertThat(run("--plan", saved(Plans.plain("orders-a")), "--cloud", "public")).isEqualTo(2);
    assertThat(err.toString()).contains("is a subscription of the practice cloud");
    assertThat(asked).isEmpty();
  }

  @Test
  void theClockOfAzureCannotBeSet() throws IOException {
    String plan = saved(Plans.plain("orders-a"));
    assertThat(run("--plan", plan, "--cloud", "public", "--time", "10x")).isEqualTo(2);
    assertThat(err.toString()).contains("--time: it is about the practice cloud");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\" : \"orders-a\"|\"name\" : \"Orders\"|basics.name: ",
        "\"login\" : \"pgadmin\"|\"login\" : \"admin\"|basics.authentication.login: ",
        "\"end\" : \"203.0.113.255\"|\"end\" : \"203.0.112.0\"|networking.firewall[0]: ",
        "\"team\" : |\"te<am\" : |tags.te<am: ",
        "\"region\" : \"eastus\"|\"region\" : \"\"|basics.region: ",
        "facade00-|bead0000-|basics.subscription.id: ",
        "\"wrapkeyPlan\" : 1|\"wrapkeyPlan\" : 9|newer Wrapkey"
      })
  void aBadPlanIsRefusedByItsPlace(String good, String bad, String words) throws IOException {
    String file = saved(Plans.full("orders-a"));
    String text = Files.readString(Path.of(file));
    assertThat(text).contains(good);
    Files.writeString(Path.of(file), text.replace(good, bad));
    assertThat(run("--plan", file)).isEqualTo(2);
    assertThat(err.toString()).contains(words).doesNotContain(Plans.CANARY);
    assertThat(asked).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsABadArgument() {
    assertThat(run("--plan", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"arm,template.json", "bicep,main.bicep", "CLI,create-server.sh", "terraform,main.tf"})
  void aPlanIsExportedIntoAFolder(String format, String first) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true);
    Path target = folder.resolve("new").resolve("folder");
    int code =
        new CommandLine(new PlanCommand(new Console(out, out)))
            .execute(
                "export",
                "--plan",
                saved(Plans.full("orders-a")),
                "--as",
                format,
                "--out",
                target.toString());
    assertThat(code).isZero();
    assertThat(target.resolve(first)).content().contains("203.0.113.255");
    assertThat(said.toString()).contains(target.resolve(first).toString());
  }

  @Test
  void aLineThatPassesIsSeenAtATerminalOnly() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true);
    Console plain = new Console(out, out);
    plain.pass("working");
    plain.say("done");
    assertThat(said.toString()).isEqualToNormalizingNewlines("done\n");
    Console terminal = new Console(out, out, true);
    said.reset();
    terminal.pass("working");
    terminal.say("done");
    assertThat(said.toString()).isEqualToNormalizingNewlines("\r\u001b[Kworking\r\u001b[Kdone\n");
  }

  @Test
  void RST_10_aPlanOfACopyNeedsNoPassword() throws IOException {
    environment = Optional.empty();
    Plan copy =
        Plans.plain("orders-copy")
            .withoutSecrets()
            .copiedFrom(
                new Origin(
                    ResourceId.server(Plans.SUB, "rg-orders", "orders-pg"),
                    Origin.Mode.POINT_IN_TIME,
                    Optional.empty(),
                    "",
                    Optional.empty()));
    assertThat(run("--plan", saved(copy))).isZero();
    assertThat(asked.getFirst().plan()).isEqualTo(copy);
  }
}
