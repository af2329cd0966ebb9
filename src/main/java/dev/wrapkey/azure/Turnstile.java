package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/**
 * Lets requests pass until somebody signs out: the SDK keeps access tokens in many places, from
 * which they cannot be taken back.
 */
final class Turnstile implements HttpClient {

  private final HttpClient way;
  private final AtomicBoolean closed = new AtomicBoolean();

  Turnstile(HttpClient way) {
    this.way = way;
  }

  void close() {
    closed.set(true);
  }

  /** Refuses after the sign-out. */
  void check() {
    if (closed.get()) {
      throw new CloudFailure(
          CloudFailure.Kind.SIGN_IN, "SignedOut", Phrases.say("azure.signedout"), "");
    }
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.defer(
        () -> {
          check();
          return way.send(request, context);
        });
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    check();
    return way.sendSync(request, context);
  }
}
