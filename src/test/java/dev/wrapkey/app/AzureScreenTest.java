package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.azure.AzureSignIn;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/**
 * From the sign-in page to work on a cloud that is reached as Azure is: over TLS and sockets, with
 * tokens of Microsoft's own library.
 */
@OnScreen
class AzureScreenTest extends OwnWindowScreen {

  AzureScreenTest() {
    super(AzureScreenTest::withADoor);
  }

  private static Desk withADoor(Practice practice) {
    return new Desk(practice)
        .with(
            AzureSignIn.forgetful(
                practice.folder().resolve("azure"),
                page -> {
                  throw new AssertionError(page);
                }));
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  @BeforeEach
  void meet() {
    person.sees("orders-pg");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void toSignIn() {
    person.click("account");
    person.clickText("Sign in to Azure …");
    person.sees("Beyond this page everything is real");
  }

  /** Opens the practice cloud to other programs and goes there as one of them. */
  private void signIn() {
    person.click("manage-practice");
    person.write("gateway-port", "0");
    person.click("open-gateway");
    person.await("an address", () -> person.usable("gateway-address").isPresent());
    String proxy = shown("gateway-address");
    String certificate = shown("gateway-certificate");
    toSignIn();
    person.pick("sign-in-cloud", "Another one …");
    person.write("sign-in-proxy", proxy);
    person.write("sign-in-certificates", certificate);
    person.pick("sign-in-way", "As a service principal with a client secret");
    person.write("sign-in-tenant", PracticeCloud.TENANT);
    person.write("sign-in-client", PracticeCloud.CLIENT);
    person.write("sign-in-secret", practice.itself().clientSecret());
    person.picture("sign-in-custom");
    person.click("sign-in-submit");
    person.sees("Practice Production");
  }

  private void toWork() {
    signIn();
    person.click("subscription-" + Practice.DEVELOPMENT);
    person.picture("sign-in-scope");
    person.click("scope-submit");
    person.sees("CUSTOM CLOUD");
    person.sees("orders-pg");
  }

  @Test
  void whatIsMissingIsToldAtItsField() {
    toSignIn();
    person.picture("sign-in");
    person.pick("sign-in-way", "As a service principal with a client secret");
    person.click("sign-in-submit");
    person.sees("A service principal signs in to a tenant.");
    person.sees("Type the application (client) ID, a GUID.");
    person.sees("Type the client secret.");
    person.picture("sign-in-problems");
  }

  @Test
  void aWrongSecretIsRefusedInWords() {
    signIn();
    person.click("crumb-0");
    toSignIn();
    person.write("sign-in-secret", "Canary-51gn1n-5ecret");
    person.click("sign-in-submit");
    person.sees("AADSTS7000215");
    assertThat(person.seen()).doesNotContain("Canary-51gn1n-5ecret");
    person.picture("sign-in-refused");
  }

  @Test
  void whoIsSignedInAndWhereIsAlwaysSeen() throws IOException {
    toWork();
    assertThat(person.seen()).contains("CUSTOM CLOUD", "Practice Production");
    assertThat(person.seen()).doesNotContain("PRACTICE CLOUD", "Practice Development");
    assertThat(stage.getTitle()).isEqualTo("Wrapkey - CUSTOM CLOUD");
    person.picture("azure-home");
    person.click("account");
    person.picture("azure-account");
    person.clickText("Go to the practice cloud");
    person.sees("PRACTICE CLOUD");
    assertThat(person.seen()).doesNotContain("CUSTOM CLOUD");
    person.click("account");
    person.clickText("Sign out");
    person.click("account");
    person.sees("Sign in to Azure …");
    assertThat(kept()).doesNotContain(practice.itself().clientSecret());
  }

  /** All that the program has kept about Azure and about how it looks. */
  private String kept() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(practice.folder())) {
      for (Path file : files.filter(this::isProgramOwn).toList()) {
        all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString()).contains("signin.tenant=" + PracticeCloud.TENANT);
    return all.toString();
  }

  private boolean isProgramOwn(Path file) {
    return Files.isRegularFile(file)
        && (file.startsWith(desk.azure())
            || file.getFileName().toString().equals("settings.properties"));
  }

  @Test
  void whatCannotBeUndoneIsAskedOnceMoreNamingTheSubscription() {
    toWork();
    person.clickText("ledger-pg");
    delete();
    person.sees("This is real Azure.");
    person.sees("Practice Production (" + Practice.PRODUCTION + ")");
    person.sees("This cannot be undone.");
    person.picture("azure-consent");
    person.click("consent-no");
    person.sees("NotConfirmed");
    assertThat(practice.server("ledger-pg")).extracting(Server::state).isEqualTo("Ready");
    delete();
    person.sees("This is real Azure.");
    person.click("consent-yes");
    person.await("its end", this::isGone);
    person.await("a list without it", () -> !person.reads("ledger-pg"));
  }

  private void delete() {
    person.click("delete-server");
    person.write("delete-name", "ledger-pg");
    person.click("delete-finish");
  }

  private boolean isGone() {
    return practice.cloud().servers().list(Practice.PRODUCTION).stream()
        .noneMatch(server -> server.name().equals("ledger-pg"));
  }
}
