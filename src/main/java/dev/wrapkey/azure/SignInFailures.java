package dev.wrapkey.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.signin.Way;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a sign-in failed. Entra numbers its reasons ("Microsoft Entra authentication and
 * authorization error codes", read on 22 November 2026); what has no number gets a word of ours.
 */
final class SignInFailures {

  private static final Pattern NUMBER = Pattern.compile("\\bAADSTS\\d{3,9}\\b");
  private static final Pattern STATUS = Pattern.compile("status code: (\\d{3})\\b");
  private static final int TOO_MANY = 429;
  // Entra itself stumbled: 90033 is "a transient error", 90006 and 90025 failures inside of it.
  private static final Set<String> PASSING = Set.of("AADSTS90033", "AADSTS90006", "AADSTS90025");

  private SignInFailures() {}

  /** Entra's number in its own words, for example {@code AADSTS50076}. */
  static Optional<String> number(String words) {
    Matcher matcher = NUMBER.matcher(words);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** All that Entra refuses is a matter of signing in, unless it says that it failed itself. */
  static Kind kind(String number) {
    return PASSING.contains(number) ? Kind.SERVICE : Kind.SIGN_IN;
  }

  /** The status that Entra answered with; MSAL tells that of an unusual body in words only. */
  static int status(MsalServiceException thrown) {
    if (thrown instanceof MsalThrottlingException) {
      return TOO_MANY;
    }
    Matcher matcher = STATUS.matcher(String.valueOf(thrown.getMessage()));
    Integer told = thrown.statusCode();
    return told != null ? told : matcher.find() ? Integer.parseInt(matcher.group(1)) : 401;
  }

  /** How long Entra, or MSAL in its place, wants us to wait; zero if nobody says. */
  static Duration wait(MsalServiceException thrown) {
    return thrown instanceof MsalThrottlingException throttled
        ? Duration.ofMillis(throttled.retryInMs())
        : RetryAfter.in(thrown.headers());
  }

  /**
   * The failure of a way to sign in that has nothing to do with Entra: the SDK tells it in a
   * sentence only, or by an exception that means something else everywhere else.
   */
  static Throwable of(Way way, Throwable thrown) {
    Optional<CloudFailure> failure =
        switch (way) {
          case Way.AzureCli _ -> commandLine(thrown);
          case Way.ManagedIdentity _ -> machine(thrown);
          default -> Optional.empty();
        };
    return failure.<Throwable>map(each -> each).orElse(thrown);
  }

  private static Optional<CloudFailure> commandLine(Throwable thrown) {
    String told = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (caused(thrown, CredentialUnavailableException.class).isPresent()) {
      return told.contains("not installed")
          ? Optional.of(failure("AzureCliNotInstalled", Phrases.say("azure.cli.missing")))
          : told.contains("az login") || told.contains("not logged in")
              ? Optional.of(failure("AzureCliNotSignedIn", Phrases.say("azure.cli.nobody")))
              : Optional.empty();
    }
    if (caused(thrown, ClientAuthenticationException.class).isPresent()) {
      String words = String.valueOf(thrown.getMessage());
      return Optional.of(failure(number(words).orElse("AzureCliRefused"), words));
    }
    // Thrown where the command does not end, or says more than its answer.
    boolean speechless =
        caused(thrown, CancellationException.class).isEmpty()
            && Stream.of(
                    TimeoutException.class,
                    IllegalThreadStateException.class,
                    IllegalStateException.class)
                .anyMatch(type -> caused(thrown, type).isPresent());
    return speechless
        ? Optional.of(failure("AzureCliSilent", Phrases.say("azure.cli.silent")))
        : Optional.empty();
  }

  // What is asked is an address of this computer's own network: that it is silent is no outage.
  private static Optional<CloudFailure> machine(Throwable thrown) {
    boolean silent =
        TransportFailures.of(thrown).isPresent()
            || caused(thrown, CredentialUnavailableException.class).isPresent();
    boolean refused =
        caused(thrown, MsalServiceException.class)
            .map(e -> Answer.text(e.errorCode()).startsWith("managed_identity"))
            .orElse(false);
    return silent || refused
        ? Optional.of(
            failure("ManagedIdentityUnavailable", Phrases.say("azure.identity.unavailable")))
        : Optional.empty();
  }

  private static <T extends Throwable> Optional<T> caused(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** A service wants more of the account than the CLI can be asked for. */
  static CloudFailure commandLineRefused() {
    return failure("AzureCliNotSignedIn", Phrases.say("azure.cli.again"));
  }

  static CloudFailure signInNeeded() {
    return failure("SignInNeeded", Phrases.say("azure.signin.needed"));
  }

  private static CloudFailure failure(String code, String words) {
    return new CloudFailure(Kind.SIGN_IN, code, words, "");
  }
}
