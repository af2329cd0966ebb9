package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {

  @TempDir private Path folder;

  /**
   * A real shell runs the lines; a command named az in front of the path tells what it was given.
   */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aShellThatIsGivenTheLinesHasEverythingAzNeeds() throws Exception {
    Path state = Files.createDirectory(folder.resolve("it's a state"));
    Path signIn =
        Files.writeString(
            state.resolve("practice.env"),
            "AZURE_CLIENT_ID=id\nAZURE_CLIENT_SECRET=canary-secret\nAZURE_TENANT_ID=tenant\n"
                + "AZURE_SUBSCRIPTION_ID=subscription\n");
    Path az = Files.writeString(folder.resolve("az"), "#!/bin/sh\necho \"$HTTPS_PROXY\" \"$@\"\n");
    assertThat(az.toFile().setExecutable(true)).isTrue();
    Recipe recipe =
        Recipe.of(new PracticeGateway.Access("http://127.0.0.1:1", state.resolve("ca.pem"), signIn))
            .getFirst();
    assertThat(recipe.lines()).doesNotContain("canary-secret");

    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", recipe.lines() + "echo \"$REQUESTS_CA_BUNDLE\"")
            .redirectErrorStream(true);
    shell.environment().merge("PATH", folder + ":", (old, first) -> first + old);
    Process run = shell.start();
    String said = new String(run.getInputStream().readAllBytes());
    assertThat(run.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines())
        .containsExactly(
            "http://127.0.0.1:1 login --service-principal -u id -p canary-secret --tenant tenant",
            "http://127.0.0.1:1 account set -s subscription",
            "http://127.0.0.1:1 postgres flexible-server list -o table",
            state.resolve("ca.pem").toString());
  }

  @Test
  void powerShellGetsAQuoteInAPathDoubled() {
    Recipe recipe = Recipe.of(ScriptedGateway.ACCESS).getLast();
    assertThat(recipe.name()).isEqualTo("PowerShell");
    assertThat(recipe.lines()).contains("'/state/it''s ca.pem'");
  }
}
