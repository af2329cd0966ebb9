package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.gateway.Speed;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest extends SilentLine {

  @Test
  void serveTakesPortFolderFileAndSpeed(@TempDir Path folder) {
    String certificate = folder.resolve("ca.pem").toString();
    String state = folder.toString();
    String[] arguments = {
      "practice",
      "serve",
      "--port",
      "8787",
      "--state",
      state,
      "--ca-out",
      certificate,
      "--time",
      "instant"
    };
    assertThat(run(arguments)).isEqualTo(9);
    assertThat(practice.asked)
        .containsExactly(
            new Practice.Serve(
                Optional.of(folder), 8787, Path.of(certificate), Speed.INSTANT, Optional.empty()));
  }

  @Test
  void serveMustBeToldWhereTheCertificateGoes() {
    assertThat(run("practice", "serve")).isEqualTo(2);
    assertThat(err.toString()).contains("--ca-out");
    assertThat(practice.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=70000",
        "--port=-1",
        "--port=x",
        "--time=fast",
        "--ca-out=/no/such/place/ca.pem"
      })
  void nonsenseIsRefusedWithASentence(String argument, @TempDir Path folder) {
    String certificate = "--ca-out=" + folder.resolve("ca.pem");
    String[] arguments =
        argument.startsWith("--ca-out")
            ? new String[] {"practice", "serve", argument}
            : new String[] {"practice", "serve", certificate, argument};
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    assertThat(practice.asked).isEmpty();
  }

  @Test
  void serveTakesASeed(@TempDir Path folder) {
    String certificate = folder.resolve("ca.pem").toString();
    assertThat(run("practice", "serve", "--ca-out", certificate, "--seed", "4711")).isEqualTo(9);
    assertThat(practice.asked)
        .singleElement()
        .extracting(how -> ((Practice.Serve) how).seed())
        .isEqualTo(Optional.of(4711L));
  }
}
