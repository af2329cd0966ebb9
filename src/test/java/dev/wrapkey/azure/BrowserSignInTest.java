package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.simulator.PracticeCloud;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The test plays the browser: it opens Entra's page and sends its form to the waiting program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSignInTest {

  private final AtomicReference<String> shown = new AtomicReference<>("");
  private final AtomicReference<URI> asked = new AtomicReference<>();
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

  private void browse(URI page) {
    asked.set(page);
    shown.set(PlayedBrowser.signIn(gate.client(), page));
  }

  private SignIn.Wish wish() {
    return new SignIn.Wish(gate.place, new Way.Browser(), Optional.empty());
  }

  @Test
  void thePersonSignsInOnEntrasPageAndIsSentBack() {
    SignedIn signedIn =
        AzureSignIn.forgetful(folder.resolve("accounts"), this::browse)
            .signIn(wish(), Gatehouse.nobody(), new Cancellation());
    assertThat(asked.get().toString())
        .startsWith("https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?")
        .contains("client_id=" + PersonCredential.CLIENT)
        .contains("code_challenge_method=S256")
        .contains("redirect_uri=http%3A%2F%2Flocalhost%3A");
    assertThat(shown.get()).contains("You are signed in");
    assertThat(signedIn.account().name()).isEqualTo("practitioner@practice.onmicrosoft.com");
    assertThat(signedIn.tenant().id()).isEqualTo(PracticeCloud.TENANT);
    assertThat(signedIn.cloud().directory().subscriptions())
        .extracting(Subscription::id)
        .contains(PracticeCloud.SUBSCRIPTION);
  }

  @Test
  void waitingForTheBrowserCanBeCancelled() {
    Cancellation cancellation = new Cancellation();
    AzureSignIn door =
        AzureSignIn.forgetful(folder.resolve("accounts"), page -> cancellation.cancel());
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () -> door.signIn(wish(), Gatehouse.nobody(), cancellation)))
        .isNotNull();
  }
}
