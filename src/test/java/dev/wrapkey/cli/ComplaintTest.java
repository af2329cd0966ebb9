package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that were put among the arguments, where they do not belong, are not repeated. */
class ComplaintTest extends SilentLine {

  private static final String CANARY = "Canary7h3";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "health --cloud custom --proxy http://bob:%s@127.0.0.1:1 --sign-in browser",
        "health --cloud custom --proxy http://%s@127.0.0.1:1 --sign-in browser",
        "health --cloud custom --proxy http://bob:a/b@%s@127.0.0.1:1 --sign-in browser",
        "health --cloud custom --resource-manager https://bob:%s@127.0.0.1:1/",
        "health --cloud custom --graph https://bob:%s@127.0.0.1:1/",
        "practice serve --port http://bob:%s@127.0.0.1:1",
        "health --client-secret=%s",
        "health --cloud public --sign-in secret --secret %s",
        "create --admin-password %s --plan x",
        "health --token=%s",
        "--password %s",
        "gui --unheard-of %s"
      })
  void aSecretAmongTheArgumentsIsNotRepeated(String arguments) {
    assertThat(run(arguments.formatted(CANARY).split(" "))).isEqualTo(2);
    assertThat(err.toString()).doesNotContain(CANARY).contains("--help tells more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--client-secret=x", "--secret x", "--admin-password x", "--Password=x"})
  void whoeverGivesASecretAsAnArgumentIsToldWhereItBelongs(String option) {
    assertThat(run(("health " + option).split(" "))).isEqualTo(2);
    assertThat(err.toString())
        .contains("Unknown option: '" + option.split("[ =]")[0] + "'.")
        .contains("AZURE_CLIENT_SECRET", "WRAPKEY_ADMIN_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"healht", "gui extra more"})
  void whatWasMistypedIsRepeated(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(arguments.substring(arguments.lastIndexOf(' ') + 1));
  }
}
