package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.time.SystemTime;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Signs in by Microsoft's libraries. Thread-safe; reaches for the key store and the network on
 * first use.
 */
public final class AzureSignIn implements SignIn {

  /**
   * What it works with.
   *
   * @param folder gets a file that says who signed in last, without any secret
   * @param browser shows a page to the person
   * @param transport makes the way to a place
   * @param shelf finds where tokens stay
   */
  record Surroundings(
      Path folder,
      Consumer<URI> browser,
      Function<AzurePlace.Route, HttpClient> transport,
      Supplier<TokenShelf> shelf) {}

  private final Surroundings around;
  private final Line line;
  private final AtomicReference<String> demanded = new AtomicReference<>("");
  private @Nullable TokenShelf shelf;

  private AzureSignIn(Surroundings around, Line line) {
    this.around = around;
    this.line = line;
  }

  AzureSignIn(Surroundings around) {
    this(around, new Line(new SystemTime()));
  }

  private AzureSignIn(Path folder, Consumer<URI> browser, Supplier<TokenShelf> shelf, Line line) {
    this(
        new Surroundings(
            folder,
            browser,
            route -> new Attentive(Transport.over(route), line, new SystemTime()),
            shelf),
        line);
  }

  /**
   * For the program: keeps tokens of people in the key store of this computer.
   *
   * @param folder gets a file that says who signed in last, without any secret
   * @param browser shows a page to the person
   */
  public AzureSignIn(Path folder, Consumer<URI> browser) {
    this(folder, browser, TokenShelf::ofThisComputer, new Line(new SystemTime()));
  }

  /** The same, with tokens in memory only: for those who want to leave nothing behind. */
  public static AzureSignIn forgetful(Path folder, Consumer<URI> browser) {
    return new AzureSignIn(
        folder,
        browser,
        () -> TokenShelf.inMemory(Phrases.say("azure.tokens")),
        new Line(new SystemTime()));
  }

  /** How the connection stands, from the first request of a sign-in on. */
  public Line line() {
    return line;
  }

  @Override
  public SignedIn signIn(Wish wish, Prompt prompt, Cancellation cancellation) {
    Attempt attempt = new Attempt(wish, cancellation);
    String scope = Environments.armScope(wish.place());
    return switch (wish.way()) {
      case Way.Browser _ -> {
        PersonCredential person = attempt.credentials().person();
        yield attempt.person(person, person.byBrowser(scope, around.browser()));
      }
      case Way.DeviceCode _ -> {
        PersonCredential person = attempt.credentials().person();
        yield attempt.person(person, person.byDeviceCode(scope, prompt));
      }
      case Way way -> attempt.program(attempt.credentials().alone(way));
    };
  }

  @Override
  public Optional<SignedIn> again(Wish wish, Cancellation cancellation) {
    try {
      return switch (wish.way()) {
        case Way.Browser _, Way.DeviceCode _ -> remembered(wish, cancellation);
        // Of these nothing is kept, and whoever signs in so is asked nothing anyway.
        case Way.AzureCli _, Way.ManagedIdentity _, Way.ClientSecret _, Way.ClientCertificate _ ->
            Optional.empty();
      };
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.SIGN_IN) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<SignedIn> remembered(Wish wish, Cancellation cancellation) {
    Optional<String> known = new AccountRecord(around.folder(), wish.place()).read();
    // What a service demands only the person can bring about: a kept token would be refused again.
    boolean outdated = !Answer.text(demanded.get()).isEmpty();
    if (known.isEmpty() || outdated || !shelf().keeps(wish.place())) {
      return Optional.empty();
    }
    Attempt attempt = new Attempt(wish, cancellation);
    PersonCredential person = attempt.credentials().person();
    return person.remembers(known.get())
        ? Optional.of(attempt.person(person, person.getToken(attempt.arm())))
        : Optional.empty();
  }

  @Override
  public TokenStore tokens() {
    return shelf().store();
  }

  private synchronized TokenShelf shelf() {
    TokenShelf known = shelf;
    if (known == null) {
      known = around.shelf().get();
      shelf = known;
    }
    return known;
  }

  /** One wish, from the first request to the first token. */
  private final class Attempt {

    private final Wish wish;
    private final Cancellation cancellation;
    private final Turnstile http;
    private final AccountRecord record;

    Attempt(Wish wish, Cancellation cancellation) {
      cancellation.check();
      if (!wish.place().isCustom()) {
        wish.tenant().ifPresent(AzureConnection::refusePractice);
      }
      this.wish = wish;
      this.cancellation = cancellation;
      this.http = new Turnstile(around.transport().apply(wish.place().route()));
      this.record = new AccountRecord(around.folder(), wish.place());
    }

    Credentials credentials() {
      return new Credentials(wish, http, shelf(), demanded);
    }

    TokenRequestContext arm() {
      return new TokenRequestContext().addScopes(Environments.armScope(wish.place()));
    }

    SignedIn person(PersonCredential person, Mono<AccessToken> first) {
      SignedIn signedIn =
          account(
              person,
              first,
              () -> {
                record.delete();
                AzureFailures.answer(person.forget().thenReturn(true));
              });
      if (shelf().keeps(wish.place())) {
        record.write(person.homeAccountId());
      }
      return signedIn;
    }

    SignedIn program(TokenCredential credential) {
      AccountCredential own = new AccountCredential(credential, wish.tenant());
      return account(credential, own.getToken(arm()), () -> {});
    }

    private SignedIn account(TokenCredential source, Mono<AccessToken> first, Runnable forget) {
      AccessToken token =
          AzureFailures.answer(
              first.onErrorMap(e -> SignInFailures.of(wish.way(), e)), cancellation);
      Claims claims = Claims.of(token.getToken());
      String tenant = claims.tenant().isEmpty() ? wish.tenant().orElse("") : claims.tenant();
      if (!wish.place().isCustom()) {
        AzureConnection.refusePractice(tenant);
      }
      AzureConnection connection =
          new AzureConnection(
              http,
              new AccountCredential(source, Optional.of(tenant)),
              wish.place(),
              tenant,
              AzureConnection.USUAL_POLL_INTERVAL);
      return AzureAccount.of(
          connection,
          claims,
          () -> {
            http.close();
            forget.run();
          },
          line);
    }
  }
}
