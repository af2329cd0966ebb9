package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Patience;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.time.Time;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A transport that tells how the connection stands, and that waits for readers where a service asks
 * to slow down: every list, every page of it, and every single question waits as long as it was
 * told, a few times, on our clock. Changes are not repeated here; whoever makes one does that
 * ({@link Retry}), and inside of such a repetition nothing is repeated a second time.
 *
 * <p>An interrupt ends the wait.
 */
public final class Attentive implements HttpClient {

  private static final int TRIES = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  // Longer a person does not wait for a list; then the refusal is shown, with its time.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final HttpClient transport;
  private final Line line;
  private final Time time;

  /**
   * @param transport carries the requests
   * @param line is told how it goes
   * @param time the clock to wait on
   */
  public Attentive(HttpClient transport, Line line, Time time) {
    this.transport = transport;
    this.line = line;
    this.time = time;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return attempt(request, context, 1, MarkRepetition.isUnderWay(context));
  }

  private Mono<HttpResponse> attempt(
      HttpRequest request, Context context, int tries, boolean repeated) {
    return transport
        .send(request, context)
        .doOnError(this::silent)
        .flatMap(
            answer -> {
              Optional<Duration> wait = noted(request, answer, tries, repeated);
              if (wait.isEmpty()) {
                return Mono.just(answer);
              }
              answer.close();
              return Mono.fromRunnable(() -> pause(wait.get(), tries))
                  .subscribeOn(Schedulers.boundedElastic())
                  .then(Mono.defer(() -> attempt(request, context, tries + 1, repeated)));
            });
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    for (int tries = 1; ; tries++) {
      HttpResponse answer = sent(request, context);
      Optional<Duration> wait = noted(request, answer, tries, MarkRepetition.isUnderWay(context));
      if (wait.isEmpty()) {
        return answer;
      }
      answer.close();
      pause(wait.get(), tries);
    }
  }

  private HttpResponse sent(HttpRequest request, Context context) {
    try {
      return transport.sendSync(request, context);
    } catch (UncheckedIOException broken) {
      silent(broken);
      throw broken;
    }
  }

  // Whoever hangs up says nothing about the line.
  private void silent(Throwable thrown) {
    if (!Thread.currentThread().isInterrupted()) {
      TransportFailures.of(thrown).ifPresent(failure -> line.silent(failure.kind()));
    }
  }

  private void pause(Duration wait, int tries) {
    try (Line.Wait _ = line.waiting(wait, tries)) {
      new Patience(time, new Cancellation()).waitFor(wait);
    }
  }

  /** Tells the line of an answer; how long to wait before the next try, if there is to be one. */
  private Optional<Duration> noted(
      HttpRequest request, HttpResponse answer, int tries, boolean repeated) {
    String host = String.valueOf(request.getUrl().getHost());
    Optional<Duration> asked = RetryAfter.in(answer.getHeaders());
    int status = answer.getStatusCode();
    if (status != 429 && (status != 503 || asked.isEmpty())) {
      line.answered(host);
      return Optional.empty();
    }
    Duration wait = asked.orElseGet(() -> FIRST.multipliedBy(1L << Math.min(tries - 1, 4)));
    boolean again =
        !repeated && tries < TRIES && wait.compareTo(LONGEST) <= 0 && onlyReads(request);
    if (!again) {
      line.slowed(host, wait, tries);
    }
    return again ? Optional.of(wait) : Optional.empty();
  }

  private static boolean onlyReads(HttpRequest request) {
    return request.getHttpMethod() == HttpMethod.GET
        || request.getHttpMethod() == HttpMethod.HEAD
        || request.getUrl().getPath().endsWith("/providers/Microsoft.ResourceGraph/resources");
  }
}
