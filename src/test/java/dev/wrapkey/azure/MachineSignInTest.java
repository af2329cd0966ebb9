package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that the environment of a process gives: the Azure CLI's and those of a machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for az is a shell script")
class MachineSignInTest {

  private static final String SUBSCRIPTIONS = "2";

  private Path folder;
  private Gatehouse gate;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    gate = new Gatehouse(temporary);
  }

  @AfterAll
  void close() {
    gate.close();
  }

  private List<String> signedIn(String script) throws Exception {
    Path bin = Files.createTempDirectory(folder, "bin");
    if (!script.isEmpty()) {
      StandInAz.command(bin, "az", script);
    }
    return SignInProgram.run(folder, Map.of("PATH", bin.toString()), "az");
  }

  private String answers() throws IOException {
    return StandInAz.answers(
        folder.resolve("ca.pem"),
        EnvironmentFile.in(folder).gateway(),
        gate.practice.clientSecret());
  }

  @Test
  void theAccountOfTheCommandLineSignsInAndLists() throws Exception {
    assertThat(signedIn(answers())).containsExactly("practice-operator " + SUBSCRIPTIONS);
  }

  @Test
  void anAccountOfTheCommandLineThatTakesNoTenantIsAskedForNone() throws Exception {
    assertThat(
            signedIn(
                """
                case "$*" in
                *--tenant*)
                  echo "ERROR: Tenant shouldn't be specified for managed identity account" >&2
                  exit 1 ;;
                esac
                """
                    + answers()))
        .containsExactly("practice-operator " + SUBSCRIPTIONS);
  }

  @Test
  void aCommandLineWithoutAnAccountOrThatIsNotThereIsToldApart() throws Exception {
    assertThat(signedIn("echo \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1\n"))
        .containsExactly("SIGN_IN AzureCliNotSignedIn");
    assertThat(signedIn("")).containsExactly("SIGN_IN AzureCliNotInstalled");
  }

  @Test
  void aCommandLineThatSaysNoTokenIsTold() throws Exception {
    assertThat(signedIn("echo 'WARNING: something else'\n"))
        .containsExactly("SIGN_IN AzureCliSilent");
  }

  @Test
  void theIdentityOfTheMachineSignsInAndUnknownOnesDoNot() throws Exception {
    EnvironmentFile file = EnvironmentFile.in(folder);
    String own = identity("id-orders-eastus");
    List<String> outcomes =
        SignInProgram.run(
            folder,
            Map.of(
                "IDENTITY_ENDPOINT",
                file.gateway() + "/practice/identity",
                "IDENTITY_HEADER",
                file.token()),
            "identity",
            own,
            "00000000-1111-2222-3333-444444444444");
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0)).isEqualTo("practice-operator " + SUBSCRIPTIONS);
    assertThat(outcomes.get(1)).startsWith("id-orders-eastus ");
    assertThat(outcomes.get(2)).isEqualTo("SIGN_IN ManagedIdentityUnavailable");
  }

  @Test
  void anIdentityEndpointThatDoesNotKnowTheMachineRefuses() throws Exception {
    assertThat(
            SignInProgram.run(
                folder,
                Map.of(
                    "IDENTITY_ENDPOINT",
                    EnvironmentFile.in(folder).gateway() + "/practice/identity",
                    "IDENTITY_HEADER",
                    "wrong"),
                "identity"))
        .containsExactly("SIGN_IN ManagedIdentityUnavailable");
  }

  private String identity(String name) {
    List<ManagedIdentity> all = new ArrayList<>();
    gate.signedIn()
        .cloud()
        .identities()
        .list(PracticeCloud.SUBSCRIPTION, new Cancellation(), all::addAll);
    return all.stream()
        .filter(each -> each.id().name().equals(name))
        .findFirst()
        .orElseThrow()
        .clientId();
  }
}
