package dev.wrapkey.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The one place that turns what the SDK throws into the failures Wrapkey knows, by the service's
 * error code.
 */
final class AzureFailures {

  static final HttpHeaderName CORRELATION =
      HttpHeaderName.fromString("x-ms-correlation-request-id");
  private static final HttpHeaderName REQUEST = HttpHeaderName.fromString("x-ms-request-id");
  private static final HttpHeaderName CLIENT_REQUEST =
      HttpHeaderName.fromString("x-ms-client-request-id");

  private static final Pattern CHALLENGE = Pattern.compile("\\berror=\"?([A-Za-z_]{1,64})");
  private static final long LOOK_MILLIS = 100;

  private AzureFailures() {}

  /** Makes a call of the SDK on this thread and translates what it throws. */
  static <T> T ask(Callable<T> call) {
    return answer(Mono.fromCallable(call));
  }

  /**
   * Waits for an answer of the SDK and translates what it throws; an empty answer counts as
   * unreadable.
   */
  static <T> T answer(Mono<T> mono) {
    return answer(mono, new Cancellation());
  }

  /**
   * The same for what may take as long as a person needs.
   *
   * @throws CancellationException soon after a cancellation; the SDK's work is stopped then
   */
  static <T> T answer(Mono<T> mono, Cancellation cancellation) {
    cancellation.check();
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    CompletableFuture<T> future =
        mono.switchIfEmpty(Mono.error(AzureFailures::unreadable))
            .onErrorMap(AzureFailures::translate)
            .toFuture();
    try {
      return got(future, cancellation);
    } catch (InterruptedException _) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e.getCause() == null ? e : e.getCause());
    }
  }

  private static <T> T got(CompletableFuture<T> future, Cancellation cancellation)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        if (cancellation.isCancelled()) {
          future.cancel(true);
          cancellation.check();
        }
      }
    }
  }

  /** The failure that a throwable stands for, or the throwable itself if it is a bug of ours. */
  static Throwable translate(Throwable thrown) {
    if (find(thrown, InterruptedException.class).isPresent()) {
      Thread.currentThread().interrupt();
      return new CancellationException("interrupted");
    }
    return find(thrown, CloudFailure.class)
        .or(
            () ->
                find(thrown, HttpResponseException.class)
                    .map(HttpResponseException::getResponse)
                    .map(AzureFailures::of))
        .or(() -> TransportFailures.of(thrown))
        .or(() -> find(thrown, MsalServiceException.class).map(AzureFailures::tokenRefused))
        .or(() -> find(thrown, MsalException.class).map(e -> signIn(e.errorCode(), e)))
        .or(
            () ->
                find(thrown, ClientAuthenticationException.class)
                    .map(e -> signIn("AuthenticationFailed", e)))
        .<Throwable>map(failure -> failure)
        .orElse(thrown);
  }

  /** The failure an answer stands for; an answer that claims success was one nobody could read. */
  static CloudFailure of(HttpResponse response) {
    String id = correlationId(response);
    int status = response.getStatusCode();
    if (status < 400) {
      return new CloudFailure(Kind.UNREACHABLE, "UnreadableAnswer", "HTTP " + status, id);
    }
    String body = response.getBodyAsBinaryData().toString();
    if (isPage(response) && status < 500) {
      return new CloudFailure(Kind.UNREACHABLE, "Http" + status, Phrases.say("azure.page"), id)
          .withBody(body);
    }
    ErrorBody error = ErrorBody.read(body);
    return of(
            error.code().isEmpty() ? challenge(response).orElse(error) : error,
            status,
            id,
            RetryAfter.in(response.getHeaders()).orElse(Duration.ZERO))
        .withBody(body);
  }

  // From a proxy or a hotel's door: its 403 says nothing about rights in Azure.
  static boolean isPage(HttpResponse response) {
    return Answer.text(response.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE))
        .startsWith("text/html");
  }

  /** The refusal of a token whose reason stands in the challenge alone. */
  private static Optional<ErrorBody> challenge(HttpResponse response) {
    return Optional.ofNullable(response.getHeaders().getValue(HttpHeaderName.WWW_AUTHENTICATE))
        .map(CHALLENGE::matcher)
        .filter(Matcher::find)
        .map(said -> new ErrorBody(said.group(1), "", ""));
  }

  /** The failure of a long-running operation, which comes with status 200. */
  static CloudFailure ofOperation(ErrorBody error, String correlationId) {
    return of(error, 500, correlationId, Duration.ZERO, "OperationFailed");
  }

  private static CloudFailure of(
      ErrorBody error, int status, String correlationId, Duration retryAfter) {
    return of(error, status, correlationId, retryAfter, "Http" + status);
  }

  private static CloudFailure of(
      ErrorBody error, int status, String correlationId, Duration retryAfter, String otherwise) {
    Kind kind =
        FailureKinds.ofCode(error.inner())
            .or(() -> FailureKinds.ofCode(error.detail()))
            .or(() -> FailureKinds.ofCode(error.code()))
            .orElseGet(() -> FailureKinds.ofStatus(status));
    String code =
        Stream.of(error.inner(), error.code())
            .filter(c -> !c.isEmpty())
            .findFirst()
            .orElse(otherwise);
    return new CloudFailure(kind, code, error.message(), correlationId, retryAfter);
  }

  static String correlationId(HttpResponse response) {
    return correlationId(response.getHeaders());
  }

  static String correlationId(HttpHeaders headers) {
    return Stream.of(CORRELATION, REQUEST, CLIENT_REQUEST)
        .flatMap(name -> Stream.ofNullable(headers.getValue(name)))
        .findFirst()
        .orElse("");
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }

  private static CloudFailure unreadable() {
    return new CloudFailure(Kind.UNREACHABLE, "UnreadableAnswer", Phrases.say("azure.empty"), "");
  }

  private static CloudFailure tokenRefused(MsalServiceException thrown) {
    int status = SignInFailures.status(thrown);
    String number =
        SignInFailures.number(Answer.text(thrown.getMessage()))
            .orElse(Answer.text(thrown.errorCode()));
    Kind kind =
        status == 429 || status >= 500
            ? FailureKinds.ofStatus(status)
            : SignInFailures.kind(number);
    return new CloudFailure(
        kind,
        number,
        Answer.text(thrown.getMessage()),
        Answer.text(thrown.correlationId()),
        SignInFailures.wait(thrown));
  }

  private static CloudFailure signIn(@Nullable String code, Throwable thrown) {
    return new CloudFailure(Kind.SIGN_IN, Answer.text(code), Answer.text(thrown.getMessage()), "");
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
