package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.RunningOperation;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation followed through the URL that the service gave for it.
 *
 * <p>The SDK's own poller is not used: it sleeps on the wall clock, takes {@code Retry-After: 0}
 * for its default of 30 seconds, and in this version ends a failed operation with an empty result
 * instead of an error. The first request is the SDK's, so is the pipeline; only asking again is
 * ours.
 */
final class AzureOperation implements RunningOperation {

  private static final HttpHeaderName ASYNC_OPERATION =
      HttpHeaderName.fromString("Azure-AsyncOperation");

  private final HttpPipeline pipeline;
  private final @Nullable URI status;
  private final Receipt receipt;
  private volatile Duration retryAfter;

  private AzureOperation(
      HttpPipeline pipeline, @Nullable URI status, Receipt receipt, Duration retryAfter) {
    this.pipeline = pipeline;
    this.status = status;
    this.receipt = receipt;
    this.retryAfter = retryAfter;
  }

  /** The operation that an answer announces; one without a URL to ask has ended already. */
  static AzureOperation started(
      Response<?> first, HttpPipeline pipeline, AzureConnection connection) {
    String operation = first.getHeaders().getValue(ASYNC_OPERATION);
    String location =
        first.getStatusCode() == 202 ? first.getHeaders().getValue(HttpHeaderName.LOCATION) : null;
    String url = operation == null ? location : operation;
    URI status = url == null ? null : own(url, connection);
    return new AzureOperation(
        pipeline,
        status,
        new Receipt(
            AzureFailures.correlationId(first.getHeaders()),
            status == null ? "" : status.toString(),
            operation != null),
        RetryAfter.in(first.getHeaders()).orElse(connection.pollInterval()));
  }

  /** An operation that an earlier run of the program has started. */
  static AzureOperation taken(Receipt receipt, HttpPipeline pipeline, AzureConnection connection) {
    URI status = receipt.url().isEmpty() ? null : own(receipt.url(), connection);
    return new AzureOperation(pipeline, status, receipt, connection.pollInterval());
  }

  private static URI own(String url, AzureConnection connection) {
    return Addresses.referral(
        url, connection.environment().getResourceManagerEndpoint(), "ForeignOperation");
  }

  @Override
  public boolean poll() {
    URI url = status;
    return url == null || AzureFailures.ask(() -> ask(url));
  }

  @Override
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public Optional<Receipt> receipt() {
    return Optional.of(receipt);
  }

  private boolean ask(URI url) {
    try (HttpResponse answer =
        pipeline.sendSync(new HttpRequest(HttpMethod.GET, url.toString()), Context.NONE)) {
      if (answer.getStatusCode() >= 400) {
        throw AzureFailures.of(answer);
      }
      RetryAfter.in(answer.getHeaders()).ifPresent(wait -> retryAfter = wait);
      return receipt.statusInBody()
          ? OperationStatus.read(answer).ended()
          : answer.getStatusCode() != 202;
    }
  }
}
