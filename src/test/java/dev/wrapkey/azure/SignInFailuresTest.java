package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.signin.Way;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the SDK says in sentences only, as azure-identity 1.19 words it. */
class SignInFailuresTest {

  private static Throwable of(Way way, String words) {
    return SignInFailures.of(way, new CredentialUnavailableException(words));
  }

  @ParameterizedTest
  @CsvSource({
    "AzureCliCredential authentication unavailable. Azure CLI not installed., AzureCliNotInstalled",
    "AzureCliCredential authentication unavailable. Please run 'az login' to set up account.,"
        + " AzureCliNotSignedIn",
  })
  void theCommandLineIsNotInstalledOrNotSignedIn(String words, String code) {
    assertThat(of(new Way.AzureCli(), words))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
              assertThat(failure.code()).isEqualTo(code);
            });
  }

  @Test
  void aComputerOutsideOfAzureHasNoManagedIdentity() {
    Throwable failure =
        of(new Way.ManagedIdentity(Optional.empty()), "Connection to IMDS cannot be established.");
    assertThat(((CloudFailure) failure).code()).isEqualTo("ManagedIdentityUnavailable");
    Throwable silent =
        SignInFailures.of(
            new Way.ManagedIdentity(Optional.empty()),
            new ClientAuthenticationException(
                "Managed Identity authentication failed, see inner exception for more information.",
                null,
                new java.net.http.HttpConnectTimeoutException("HTTP connect timed out")));
    assertThat(silent)
        .as("that nobody answers where only Azure has somebody is no outage")
        .isInstanceOfSatisfying(
            CloudFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.SIGN_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "AADSTS50020, SIGN_IN",
    "AADSTS50034, SIGN_IN",
    "AADSTS50076, SIGN_IN",
    "AADSTS50079, SIGN_IN",
    "AADSTS50126, SIGN_IN",
    "AADSTS53003, SIGN_IN",
    "AADSTS65001, SIGN_IN",
    "AADSTS700016, SIGN_IN",
    "AADSTS7000215, SIGN_IN",
    "AADSTS7000222, SIGN_IN",
    "AADSTS90002, SIGN_IN",
    "AADSTS90033, SERVICE",
  })
  void entrasNumbersAreReadAndPassingTroubleIsItsOwn(String number, Kind kind) {
    assertThat(SignInFailures.number(number + ": Words that nobody relies on.")).contains(number);
    assertThat(SignInFailures.kind(number)).isEqualTo(kind);
  }

  @Test
  void wordsWithoutANumberHaveNone() {
    assertThat(SignInFailures.number("Something else went wrong.")).isEmpty();
  }
}
