package dev.wrapkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.health.Urgency;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn.Wish;
import dev.wrapkey.signin.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
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

/** Which cloud, and who signs in how, by the words of the command line. */
class CloudOptionTest {

  private static final String ID = "11111111-2222-4333-8444-555555555555";
  private static final Secret SECRET = new Secret("Canary-s3cret");

  @TempDir Path folder;
  private final List<Surveying.Order> asked = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Optional<Secret> environment = Optional.of(SECRET);

  private int run(String arguments) {
    Secrets secrets = Secrets.of(_ -> environment, _ -> Optional.empty());
    CommandLine line =
        new CommandLine(
            new HealthCommand(
                order -> {
                  asked.add(order);
                  return Surveying.HEALTHY;
                },
                new CloudOption(() -> Optional.of(folder), secrets)));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments.split(" "));
  }

  private Where.Azure azure(String arguments) {
    assertThat(run(arguments)).as(err.toString()).isZero();
    return (Where.Azure) asked.getLast().where();
  }

  @Test
  void thePracticeCloudIsTheUsualOne() {
    run("--cloud practice");
    assertThat(asked)
        .containsExactly(
            new Surveying.Order(
                new Where.Practice(Optional.of(folder)), Surveying.Form.TEXT, Urgency.TROUBLE));
  }

  @Test
  void azureIsSignedInToAsTheAzureCliUnlessSaidOtherwise() {
    assertThat(azure("--cloud public"))
        .isEqualTo(
            new Where.Azure(
                Optional.of(folder),
                new Wish(AzurePlace.PUBLIC, new Way.AzureCli(), Optional.empty()),
                List.of()));
    assertThat(azure("--cloud china --tenant contoso.cn").wish())
        .isEqualTo(new Wish(AzurePlace.CHINA, new Way.AzureCli(), Optional.of("contoso.cn")));
    assertThat(azure("--cloud usgovernment --sign-in device-code").wish())
        .isEqualTo(new Wish(AzurePlace.US_GOVERNMENT, new Way.DeviceCode(), Optional.empty()));
    assertThat(azure("--cloud public --sign-in browser").wish().way()).isEqualTo(new Way.Browser());
    assertThat(azure("--cloud public --sign-in managed-identity").wish().way())
        .isEqualTo(new Way.ManagedIdentity(Optional.empty()));
    assertThat(azure("--cloud public --subscription A --subscription " + ID).subscriptions())
        .containsExactly("A", ID);
  }

  @Test
  void aServicePrincipalHasItsSecretFromTheEnvironment() throws IOException {
    String who = " --tenant " + ID + " --client-id " + ID;
    assertThat(azure("--cloud public --sign-in secret" + who).wish())
        .isEqualTo(new Wish(AzurePlace.PUBLIC, new Way.ClientSecret(ID, SECRET), Optional.of(ID)));
    Path file = Files.createFile(folder.resolve("own.pfx"));
    assertThat(
            azure("--cloud public --sign-in certificate --certificate " + file + who).wish().way())
        .isEqualTo(new Way.ClientCertificate(ID, file, SECRET));
    environment = Optional.empty();
    assertThat(run("--cloud public --sign-in secret" + who)).isEqualTo(2);
    assertThat(err.toString()).contains("AZURE_CLIENT_SECRET");
    assertThat(
            azure("--cloud public --sign-in certificate --certificate " + file + who).wish().way())
        .isEqualTo(new Way.ClientCertificate(ID, file, Secret.EMPTY));
  }

  @Test
  void aCustomCloudHasAzuresAddressesWhereItNamesNone() throws IOException {
    Path file = Files.createFile(folder.resolve("ca.pem"));
    AzurePlace place =
        azure(
                "--cloud custom --resource-manager https://arm.lab.example --vault-suffix"
                    + " .vault.lab.example --proxy http://127.0.0.1:8787 --authorities "
                    + file)
            .wish()
            .place();
    assertThat(place.resourceManager()).isEqualTo(URI.create("https://arm.lab.example/"));
    assertThat(place.authority()).isEqualTo(AzurePlace.PUBLIC.authority());
    assertThat(place.vaultSuffix()).isEqualTo("vault.lab.example");
    assertThat(place.hsmSuffix()).isEqualTo("managedhsm.azure.net");
    assertThat(place.route().proxy()).contains(URI.create("http://127.0.0.1:8787"));
    assertThat(place.route().authorities()).contains(file);
    assertThat(place.isCustom()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--cloud moon, china or custom",
    "--cloud azure, is none",
    "--tenant contoso.com, --tenant says nothing to --cloud practice: add --cloud public",
    "--sign-in browser, --sign-in says nothing to --cloud practice",
    "--subscription a, --subscription says nothing to --cloud practice",
    "--proxy http://h:1, add --cloud custom",
    "--cloud public --proxy http://h:1, --proxy says nothing to --cloud public: add --cloud custom",
    "--cloud custom, at least one address",
    "--cloud custom --proxy https://h:1, --proxy needs an address such as http://127.0.0.1:8787",
    "--cloud custom --proxy http://a:b@h:1, without user name",
    "--cloud custom --graph ftp://graph, --graph needs an address",
    "--cloud custom --vault-suffix vault, --vault-suffix needs the end of a host name",
    "--cloud custom --authorities none.pem, none.pem is not there",
    "--cloud public --sign-in kerberos, azure-cli",
    "--cloud public --sign-in secret, needs --tenant",
    "--cloud public --sign-in secret --tenant c.com, needs --client-id",
    "--cloud public --sign-in secret --tenant c.com --client-id me, a GUID",
    "--cloud public --sign-in certificate --tenant c.com, needs --client-id",
    "--cloud public --client-id me, --client-id says nothing to --sign-in azure-cli",
    "--cloud public --certificate f, --certificate says nothing to --sign-in azure-cli",
    "--cloud public --sign-in managed-identity --tenant c.com, --tenant says nothing",
    "--cloud public --tenant c, one of its domains",
    "--cloud public --client-secret x, Unknown option",
  })
  void whatDoesNotGoTogetherIsRefusedWithWhatToDo(String arguments, String said) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(said).doesNotContain("Canary");
    assertThat(asked).isEmpty();
  }

  @Test
  void theHelpTellsTheCloudsTheWaysAndWhereSecretsComeFrom() {
    run("--help");
    assertThat(out.toString())
        .contains("usgovernment", "device-code", "managed-identity", "--authorities=FILE")
        .contains("AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "Exit codes:");
  }
}
