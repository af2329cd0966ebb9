package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** The real transport with what a network and Entra do to it now and then. */
final class Disturbed implements HttpClient {

  private final HttpClient real;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();

  /** What Entra was asked, as forms, decoded. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Tokens have expired when they arrive. */
  volatile boolean shortLived;

  /** Entra refuses with this answer. */
  volatile Optional<Wire.Answer> refusal = Optional.empty();

  /** Every ninth request meets a connection that is reset, until so many have. */
  volatile int resets;

  Disturbed(HttpClient real) {
    this.real = real;
  }

  int requests() {
    return requests.get();
  }

  int tokens() {
    return tokens.get();
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    int number = requests.incrementAndGet();
    if (resets > 0 && number % 9 == 0) {
      resets = resets - 1;
      throw new UncheckedIOException(new IOException("Connection reset"));
    }
    return request.getUrl().getPath().endsWith("/token")
        ? token(request, context)
        : real.sendSync(request, context);
  }

  private HttpResponse token(HttpRequest request, Context context) {
    tokens.incrementAndGet();
    asked.add(URLDecoder.decode(request.getBodyAsBinaryData().toString(), StandardCharsets.UTF_8));
    if (refusal.isPresent()) {
      return Wire.reply(request, refusal.get());
    }
    HttpResponse answer = real.sendSync(request, context);
    if (!shortLived || answer.getStatusCode() != 200) {
      return answer;
    }
    String body = answer.getBodyAsBinaryData().toString();
    return Wire.reply(
        request, Wire.answer(200, body.replaceAll("expires_in\":\\d+", "expires_in\":0")));
  }
}
