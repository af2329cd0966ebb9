package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.identity.AuthenticationRecord;
import com.azure.identity.DeviceCodeCredential;
import com.azure.identity.InteractiveBrowserCredential;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.signin.Way;
import dev.wrapkey.time.SystemTime;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Signs in by Microsoft's azure-identity. Thread-safe; reaches for the key store and the network on
 * first use.
 */
public final class AzureSignIn implements SignIn {

  private final Path folder;
  private final Function<AzurePlace.Route, HttpClient> transport;
  private final Supplier<TokenShelf> maker;
  private final Line line;
  private @Nullable TokenShelf shelf;

  /**
   * For the program.
   *
   * @param folder gets a file that says who signed in last, without any secret
   */
  public AzureSignIn(Path folder) {
    this(folder, TokenShelf::ofThisComputer, new Line(new SystemTime()));
  }

  private AzureSignIn(Path folder, Supplier<TokenShelf> shelf, Line line) {
    this(
        folder, route -> new Attentive(Transport.over(route), line, new SystemTime()), shelf, line);
  }

  private AzureSignIn(
      Path folder,
      Function<AzurePlace.Route, HttpClient> transport,
      Supplier<TokenShelf> shelf,
      Line line) {
    this.folder = folder;
    this.transport = transport;
    this.maker = shelf;
    this.line = line;
  }

  /** With another transport or another place for tokens. */
  AzureSignIn(
      Path folder, Function<AzurePlace.Route, HttpClient> transport, Supplier<TokenShelf> shelf) {
    this(folder, transport, shelf, new Line(new SystemTime()));
  }

  /** The same, with tokens in memory only: for tests and for those who leave nothing behind. */
  public static AzureSignIn forgetful(Path folder) {
    return new AzureSignIn(
        folder,
        () -> TokenShelf.inMemory("Tokens are not to be kept."),
        new Line(new SystemTime()));
  }

  @Override
  public SignedIn signIn(Wish wish, Prompt prompt, Cancellation cancellation) {
    Attempt attempt = new Attempt(wish, cancellation);
    return switch (wish.way()) {
      case Way.Browser _ -> {
        InteractiveBrowserCredential browser = attempt.credentials().browser(Optional.empty());
        yield attempt.asked(browser, browser.authenticate(attempt.arm()));
      }
      case Way.DeviceCode _ -> {
        DeviceCodeCredential code = attempt.credentials().deviceCode(prompt, Optional.empty());
        yield attempt.asked(code, code.authenticate(attempt.arm()));
      }
      case Way way -> attempt.silently(attempt.credentials().alone(way), Optional.empty());
    };
  }

  @Override
  public Optional<SignedIn> again(Wish wish, Cancellation cancellation) {
    boolean person = wish.way() instanceof Way.Browser || wish.way() instanceof Way.DeviceCode;
    boolean elsewhere =
        wish.way() instanceof Way.AzureCli || wish.way() instanceof Way.ManagedIdentity;
    try {
      if (elsewhere) {
        return Optional.of(signIn(wish, (code, address, expires) -> {}, cancellation));
      }
      return person && shelf().keeps(wish.place()) ? remembered(wish, cancellation) : none();
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.SIGN_IN) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<SignedIn> remembered(Wish wish, Cancellation cancellation) {
    Optional<AuthenticationRecord> record = new AccountRecord(folder, wish.place()).read();
    Attempt attempt = new Attempt(wish, cancellation);
    return record.map(known -> attempt.silently(attempt.credentials().browser(record), record));
  }

  private static Optional<SignedIn> none() {
    return Optional.empty();
  }

  @Override
  public TokenStore tokens() {
    return shelf().store();
  }

  private synchronized TokenShelf shelf() {
    TokenShelf known = shelf;
    if (known == null) {
      known = maker.get();
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
      this.http = new Turnstile(transport.apply(wish.place().route()));
      this.record = new AccountRecord(folder, wish.place());
    }

    Credentials credentials() {
      return new Credentials(wish, http, shelf());
    }

    TokenRequestContext arm() {
      return new TokenRequestContext()
          .addScopes(Environments.armScope(wish.place()))
          .setCaeEnabled(true);
    }

    SignedIn asked(TokenCredential credential, Mono<AuthenticationRecord> answer) {
      AuthenticationRecord who =
          AzureFailures.answer(
              answer.onErrorMap(e -> SignInFailures.of(wish.way(), e)), cancellation);
      if (shelf().keeps(wish.place())) {
        record.write(who);
      }
      return silently(credential, Optional.of(who));
    }

    SignedIn silently(TokenCredential source, Optional<AuthenticationRecord> who) {
      AccountCredential credential = new AccountCredential(source, wish.tenant());
      AccessToken token =
          AzureFailures.answer(
              credential.getToken(arm()).onErrorMap(e -> SignInFailures.of(wish.way(), e)),
              cancellation);
      Claims claims = Claims.of(token.getToken());
      String tenant = claims.tenant().isEmpty() ? wish.tenant().orElse("") : claims.tenant();
      if (!wish.place().isCustom()) {
        AzureConnection.refusePractice(tenant);
      }
      return AzureAccount.of(
          new AzureConnection(
              http,
              credential.within(tenant),
              wish.place(),
              tenant,
              AzureConnection.USUAL_POLL_INTERVAL),
          claims,
          () -> end(who),
          line);
    }

    private void end(Optional<AuthenticationRecord> who) {
      http.close();
      record.delete();
      who.ifPresent(shelf()::forget);
    }
  }
}
