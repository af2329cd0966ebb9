package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.azure.OwnCertificate;
import dev.wrapkey.azure.PlayedBrowser;
import dev.wrapkey.azure.StandInAz;
import dev.wrapkey.cli.Secrets;
import dev.wrapkey.export.Plans;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.gateway.Opened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way to sign in but the secret, from the arguments of a process to its exit code, over TLS:
 * what is shown, who has asked, and what is said when it cannot be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins for commands are shell scripts")
@Tag("long")
class WaysAbroadTest {

  private static final String PASSWORD = "Canary-certificate-4711";
  private static final String WRONG = "Canary-wrong-4712";
  private static final String PERSON = "practitioner@practice.onmicrosoft.com";
  private static final String APPLICATION = "practice-operator";
  private static final String ELSEWHERE = "11111111-2222-4333-8444-555555555555";
  private static final Pattern CODE = Pattern.compile("type the code ([A-Z]+);");
  private static final Pattern PAGE = Pattern.compile("(?m)^(https://login\\S+)$");
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{16,}\\.");

  private final List<Traveller> travellers = new ArrayList<>();
  private Path folder;
  private Overseas azure;
  private OwnCertificate own;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    azure = new Overseas();
    own = OwnCertificate.made();
    azure.cloud().acceptCertificates(own.publicPem());
  }

  @AfterEach
  void nothingIsGivenAwayAndNothingLooksLikeABug() throws InterruptedException {
    List<Traveller> gone = List.copyOf(travellers);
    travellers.clear();
    for (Traveller traveller : gone) {
      traveller.close();
    }
    for (Traveller traveller : gone) {
      String said = traveller.answer() + traveller.beside();
      assertThat(said).doesNotContain(PASSWORD, WRONG, azure.secret, Plans.CANARY);
      assertThat(said).doesNotContainPattern(TOKEN).doesNotContain("\tat ", "Exception in");
    }
  }

  @AfterAll
  void close() {
    azure.close();
  }

  private Traveller goes(Map<String, String> environment, String command, String... way)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--state", azure.state().toString()));
    all.addAll(List.of(command.split(" ")));
    all.addAll(List.of("--cloud", "custom", "--proxy", azure.keys().gateway()));
    all.addAll(List.of("--authorities", azure.authorities().toString(), "--sign-in"));
    all.addAll(List.of(way));
    Traveller traveller = Traveller.begin(environment, all);
    travellers.add(traveller);
    return traveller;
  }

  private Traveller checks(Map<String, String> environment, String... way) throws IOException {
    return goes(environment, "check --server orders-pg --json", way);
  }

  private static void arrived(Traveller traveller, String account) throws Exception {
    assertThat(traveller.ends()).as(traveller.beside()).isZero();
    assertThat(traveller.json().path("obstructs").asBoolean(true)).isFalse();
    assertThat(traveller.json().path("cloud").asText()).isEqualTo("custom");
    assertThat(traveller.json().path("tenant").asText()).isEqualTo(PracticeCloud.TENANT);
    assertThat(traveller.json().path("account").asText()).isEqualTo(account);
    assertThat(traveller.beside()).contains("CUSTOM CLOUD: signed in as " + account);
  }

  private static void refused(Traveller traveller, int code, String... words) throws Exception {
    assertThat(traveller.ends()).as(traveller.beside()).isEqualTo(code);
    assertThat(traveller.beside()).contains(words);
    assertThat(traveller.answer()).isEmpty();
  }

  private static String[] certificate(Path file) {
    return new String[] {
      "certificate",
      "--tenant",
      PracticeCloud.TENANT,
      "--client-id",
      PracticeCloud.CLIENT,
      "--certificate",
      file.toString()
    };
  }

  @Test
  void aCertificateSignsInAndItsPasswordComesFromTheEnvironment() throws Exception {
    String[] way = certificate(own.pkcs12In(folder.resolve("own.pfx"), PASSWORD));
    arrived(checks(Map.of(Secrets.CERTIFICATE_VARIABLE, PASSWORD), way), APPLICATION);
    Traveller wrong = checks(Map.of(Secrets.CERTIFICATE_VARIABLE, WRONG), way);
    Traveller without = checks(Map.of(), way);
    refused(wrong, 2, "own.pfx", "Set the environment variable " + Secrets.CERTIFICATE_VARIABLE);
    refused(without, 2, "own.pfx", "Set the environment variable " + Secrets.CERTIFICATE_VARIABLE);
  }

  @Test
  void aCertificateThatEntraDoesNotKnowIsRefused() throws Exception {
    Path unknown = OwnCertificate.made().pemIn(folder.resolve("unknown.pem"));
    refused(
        checks(Map.of(), certificate(unknown)), 3, "AADSTS700027", "Add the certificate to the");
  }

  @Test
  void aCodeIsShownBeforeAnybodyWaitsAndSignsInOnceItIsTyped() throws Exception {
    Traveller traveller = checks(Map.of(), "device-code");
    String code = traveller.sees(CODE);
    assertThat(traveller.beside()).contains("Open https://microsoft.com/devicelogin");
    assertThat(azure.cloud().signIns().decide(code, true)).isTrue();
    arrived(traveller, PERSON);
  }

  @Test
  void aCodeThatIsDeclinedOrNotTypedInTimeIsRefused() throws Exception {
    Traveller declined = checks(Map.of(), "device-code");
    azure.cloud().signIns().decide(declined.sees(CODE), false);
    refused(declined, 3, "Azure did not accept your sign-in.", "Sign in again");
    Traveller late = checks(Map.of(), "device-code");
    late.sees(CODE);
    azure.advance("PT16M");
    refused(late, 3, "AADSTS70020", "was not typed in time", "type the new code");
  }

  @Test
  void whoeverWaitsForAPersonCanBeStopped() throws Exception {
    Traveller rotates = goes(Map.of(), "rotate --server orders-pg", "device-code");
    Traveller looks = checks(Map.of(), "device-code");
    rotates.sees(CODE);
    rotates.stop();
    looks.sees(CODE);
    looks.stop();
    refused(rotates, 3, "Nothing was begun.");
    refused(looks, 143, "type the code");
    assertThat(azure.tenant().resolve("rotations")).doesNotExist();
  }

  @Test
  void theBrowserOfTheComputerIsOpened() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("desktop"));
    Path asked = bin.resolve("asked");
    StandInAz.command(bin, "xdg-open", "echo \"$1\" > '" + asked + "'\n");
    Traveller traveller = checks(screen(bin), "browser");
    String page = traveller.sees(PAGE);
    if (System.getProperty("os.name").startsWith("Linux")) {
      assertThat(traveller.sees(() -> read(asked))).isEqualTo(page);
    }
    signInAt(page);
    arrived(traveller, PERSON);
  }

  @Test
  void aBrowserThatCannotBeOpenedIsDoneWithout() throws Exception {
    Traveller nowhere = checks(Map.of("DISPLAY", ""), "browser");
    Traveller traveller = checks(screen(empty()), "browser");
    String page = traveller.sees(PAGE);
    assertThat(traveller.beside()).contains("open this address in a browser on this computer");
    signInAt(page);
    arrived(traveller, PERSON);
    if (System.getProperty("os.name").startsWith("Linux")) {
      refused(nowhere, 2, "no display for a browser", "--sign-in device-code");
    }
  }

  private static Map<String, String> screen(Path commands) {
    return Map.of("DISPLAY", ":none", "PATH", commands.toString());
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void signInAt(String page) throws Exception {
    assertThat(
            PlayedBrowser.signIn(
                Opened.client(azure.authorities(), URI.create(azure.keys().gateway())),
                URI.create(page)))
        .contains("You are signed in");
  }

  private Path empty() throws IOException {
    return Files.createTempDirectory(folder, "empty");
  }

  /** A computer whose {@code az} does this. */
  private Map<String, String> az(String script) throws IOException {
    Path bin = empty();
    StandInAz.command(bin, "az", script);
    return Map.of("PATH", bin.toString());
  }

  @Test
  void theAccountOfTheAzureCliSignsIn() throws Exception {
    String answers = StandInAz.answers(azure.authorities(), azure.keys().gateway(), azure.secret);
    arrived(checks(az(answers), "azure-cli"), APPLICATION);
  }

  @Test
  void anAzureCliThatIsNotThereOrHasNoAccountIsToldApart() throws Exception {
    Traveller missing = checks(Map.of("PATH", empty().toString()), "azure-cli");
    String nobody = "echo \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1\n";
    Traveller out = checks(az(nobody), "azure-cli");
    refused(missing, 3, "The Azure CLI is not installed", "choose another way to sign in");
    refused(out, 3, "Nobody is signed in to the Azure CLI", "Run az login in a terminal");
  }

  @Test
  void anAzureCliOfAnotherTenantIsToldWhatToDo() throws Exception {
    String[] way = {"azure-cli", "--tenant", ELSEWHERE};
    String stranger = "echo \"ERROR: AADSTS50020: User account does not exist.\" >&2\nexit 1\n";
    String interaction =
        "echo \"ERROR: AADSTS50076: Please run: az login --tenant "
            + ELSEWHERE
            + "\" >&2\nexit 1\n";
    String vague = "echo \"ERROR: something went wrong\" >&2\nexit 1\n";
    Traveller unknown = checks(az(stranger), way);
    refused(checks(az(interaction), way), 3, "Run az login --tenant " + ELSEWHERE);
    refused(unknown, 3, "AADSTS50020", "is no guest in this one");
    refused(checks(az(vague), way), 3, "AzureCliRefused", "az login --tenant");
  }

  @Test
  void theIdentityOfTheMachineSignsIn() throws Exception {
    Traveller traveller = checks(identity(azure.keys().token()), "managed-identity");
    arrived(traveller, APPLICATION);
  }

  @Test
  void aMachineWithoutAnIdentityIsToldSo() throws Exception {
    Traveller other =
        checks(identity(azure.keys().token()), "managed-identity", "--client-id", ELSEWHERE);
    Traveller none = checks(identity("wrong"), "managed-identity");
    for (Traveller traveller : List.of(other, none)) {
      refused(traveller, 3, "offers no managed identity", "Choose another way to sign in");
    }
  }

  private Map<String, String> identity(String header) throws IOException {
    String endpoint = azure.keys().gateway() + "/practice/identity";
    return Map.of("IDENTITY_ENDPOINT", endpoint, "IDENTITY_HEADER", header);
  }

  @Test
  void whatCostsMoneyIsNotBegunWhereNobodyCanBeAsked() throws Exception {
    Traveller traveller =
        goes(
            Map.of("WRAPKEY_ADMIN_PASSWORD", Plans.CANARY),
            "create --plan " + azure.plan(Plans.plain("unasked-pg")),
            "device-code");
    refused(traveller, 2, "nobody is at the terminal", "--yes");
    assertThat(traveller.beside()).doesNotContain("type the code");
  }
}
