package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.time.SystemTime;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A person's tokens by MSAL, on which azure-identity builds too. Its credentials for people are not
 * used: after {@code authenticate} those of 1.19 forget that somebody has signed in unless the next
 * token is asked for with the same half of their memory, and they open the browser on their own
 * (seen in November 2026).
 */
final class PersonCredential implements TokenCredential {

  /** Of Microsoft's own public client that azure-identity signs people in with by default. */
  static final String CLIENT = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

  private static final String ANY_TENANT = "organizations";
  private static final int PATIENCE_SECONDS = 900;
  private static final URI HERE = URI.create("http://localhost");
  private static final String DONE = page("azure.signin.done");
  private static final String FAILED = page("azure.signin.failed");

  private final PublicClientApplication application;
  private final AtomicReference<String> demanded;
  private volatile @Nullable IAccount account;

  /**
   * @param demanded claims that a service has asked for and that only the person can bring about;
   *     empty if there are none. MSAL 1.26 leaves them out when it renews a token, so they are kept
   *     for the next sign-in.
   */
  PersonCredential(
      SignIn.Wish wish, HttpClient http, TokenShelf shelf, AtomicReference<String> demanded) {
    this.demanded = demanded;
    String authority = wish.place().authority().toString().replaceAll("/+$", "");
    try {
      PublicClientApplication.Builder builder =
          PublicClientApplication.builder(CLIENT)
              .authority(authority + "/" + wish.tenant().orElse(ANY_TENANT))
              .instanceDiscovery(!wish.place().isCustom())
              .disableInternalRetries()
              .clientCapabilities(Set.of("CP1"))
              .httpClient(new MsalHttp(http));
      shelf.cache(wish.place()).ifPresent(builder::setTokenCacheAccessAspect);
      this.application = builder.build();
    } catch (MalformedURLException | IllegalArgumentException _) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID,
          "TenantMalformed",
          Phrases.say("azure.tenant.malformed", wish.tenant().orElse(authority)),
          "");
    }
  }

  // MSAL counts characters where it announces the length of the page in bytes.
  private static String page(String key) {
    String words =
        Phrases.say(key)
            .chars()
            .mapToObj(c -> c < 0x80 ? Character.toString(c) : "&#" + c + ";")
            .collect(Collectors.joining());
    return "<html><body><p>" + words + "</p></body></html>";
  }

  /** Shows Entra's page in a browser and waits for its answer at a port of this computer. */
  Mono<AccessToken> byBrowser(String scope, Consumer<URI> browser) {
    CountDownLatch underWay = new CountDownLatch(1);
    SystemBrowserOptions options =
        SystemBrowserOptions.builder()
            .htmlMessageSuccess(DONE)
            .htmlMessageError(FAILED)
            .openBrowserAction(
                url -> {
                  settle(underWay);
                  browser.accept(URI.create(url.toString()));
                })
            .build();
    var wanted =
        InteractiveRequestParameters.builder(HERE)
            .scopes(Set.of(scope))
            .prompt(Prompt.SELECT_ACCOUNT)
            .systemBrowserOptions(options)
            .httpPollingTimeoutInSeconds(PATIENCE_SECONDS);
    demands().ifPresent(wanted::claims);
    return token(
            () -> {
              CompletableFuture<IAuthenticationResult> answer =
                  application.acquireToken(wanted.build());
              underWay.countDown();
              return answer;
            })
        .doOnNext(_ -> demanded.set(""));
  }

  // MSAL begins on another thread before it knows its own future, which it asks for a moment later.
  private static void settle(CountDownLatch underWay) {
    try {
      underWay.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows a code and waits until somebody has typed it somewhere. */
  Mono<AccessToken> byDeviceCode(String scope, SignIn.Prompt prompt) {
    var wanted =
        DeviceCodeFlowParameters.builder(
            Set.of(scope),
            code ->
                prompt.deviceCode(
                    code.userCode(),
                    URI.create(code.verificationUri()),
                    new SystemTime().now().plusSeconds(code.expiresIn())));
    demands().ifPresent(wanted::claims);
    return token(() -> application.acquireToken(wanted.build())).doOnNext(_ -> demanded.set(""));
  }

  private Optional<ClaimsRequest> demands() {
    return Optional.of(Answer.text(demanded.get()))
        .filter(claims -> !claims.isEmpty())
        .map(ClaimsRequest::formatAsClaimsRequest);
  }

  /** Finds an account of the key store; false if it is not there. */
  boolean remembers(String homeAccountId) {
    Optional<IAccount> found =
        AzureFailures.answer(Mono.fromFuture(application::getAccounts)).stream()
            .filter(known -> known.homeAccountId().equals(homeAccountId))
            .findFirst();
    found.ifPresent(known -> account = known);
    return found.isPresent();
  }

  /** Names the account within MSAL; empty before anybody has signed in. */
  String homeAccountId() {
    IAccount known = account;
    return known == null ? "" : known.homeAccountId();
  }

  /**
   * Forgets all tokens of this place, those in the key store too: also of accounts that signed in
   * before this one and were never signed out.
   */
  Mono<Void> forget() {
    IAccount known = account;
    account = null;
    String host = known == null ? "" : known.environment();
    return Mono.fromFuture(application::getAccounts)
        .flatMapIterable(all -> all)
        .filter(each -> each.environment().equalsIgnoreCase(host))
        .concatMap(each -> Mono.fromFuture(() -> application.removeAccount(each)))
        .then();
  }

  /** Never asks the person: whoever has to sign in again is told so. */
  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    IAccount known = account;
    if (known == null) {
      return Mono.error(SignInFailures.signInNeeded());
    }
    var wanted = SilentParameters.builder(new HashSet<>(request.getScopes()), known);
    if (request.getTenantId() != null) {
      wanted.tenant(request.getTenantId());
    }
    if (request.getClaims() != null) {
      if (!request.getClaims().equals(RenewToken.ANOTHER)) {
        demanded.set(request.getClaims());
      }
      wanted.forceRefresh(true);
    }
    return token(
        () -> {
          try {
            return application.acquireTokenSilently(wanted.build());
          } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  private Mono<AccessToken> token(Supplier<CompletableFuture<IAuthenticationResult>> asked) {
    return Mono.fromFuture(asked).map(this::taken);
  }

  private AccessToken taken(IAuthenticationResult result) {
    account = result.account();
    return new AccessToken(
        result.accessToken(),
        OffsetDateTime.ofInstant(result.expiresOnDate().toInstant(), ZoneOffset.UTC));
  }
}
