package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Azure CLI's account, with a stand-in for azure-identity. */
class CommandLineCredentialTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<TokenRequestContext> asked = new ArrayList<>();

  private static TokenRequestContext wanted() {
    return new TokenRequestContext().addScopes("https://vault.azure.net/.default");
  }

  private Mono<AccessToken> granted(TokenRequestContext request) {
    asked.add(request);
    return Mono.just(new AccessToken("t", OffsetDateTime.MAX));
  }

  /** As azure-identity does it: on the thread that asks, and without an end. */
  private static Mono<AccessToken> hangs(CountDownLatch begun) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Mono.empty();
  }

  @Test
  void aCommandThatHangsIsGivenUp() {
    CommandLineCredential credential =
        new CommandLineCredential(_ -> hangs(new CountDownLatch(1)), Duration.ofMillis(100));
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class, () -> AzureFailures.answer(credential.getToken(wanted())));
    assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.SIGN_IN);
    assertThat(failure.code()).isEqualTo("AzureCliSilent");
  }

  @Test
  void aCommandThatHangsCanBeCancelled() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    CountDownLatch begun = new CountDownLatch(1);
    CommandLineCredential credential = new CommandLineCredential(_ -> hangs(begun), LONG);
    Thread person =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    begun.await();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                  cancellation.cancel();
                });
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () -> AzureFailures.answer(credential.getToken(wanted()), cancellation)))
        .isNotNull();
    person.join();
  }

  @Test
  void anotherTokenIsAskedForPlainlyAndWhatElseAServiceWantsIsForThePerson() {
    CommandLineCredential credential = new CommandLineCredential(this::granted, LONG);
    AzureFailures.answer(credential.getToken(wanted().setClaims(RenewToken.ANOTHER)));
    assertThat(asked).singleElement().extracting(TokenRequestContext::getClaims).isNull();
    CloudFailure failure =
        catchThrowableOfType(
            CloudFailure.class,
            () ->
                AzureFailures.answer(
                    credential.getToken(
                        wanted().setClaims("{\"access_token\":{\"acrs\":{\"value\":\"p1\"}}}"))));
    assertThat(failure.code()).isEqualTo("AzureCliNotSignedIn");
    assertThat(asked).hasSize(1);
  }
}
