package dev.wrapkey.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Lets an error's body be read twice: the SDK reads it first and keeps less of it than {@link
 * AzureFailures} needs. And turns away web pages that claim success, which a hotel's door sends and
 * the SDK takes for a bug of its caller.
 */
final class KeepErrorBody implements HttpPipelinePolicy {

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process().map(KeepErrorBody::keep);
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    return keep(next.processSync());
  }

  private static HttpResponse keep(HttpResponse response) {
    if (response.getStatusCode() >= 400) {
      return response.buffer();
    }
    if (AzureFailures.isPage(response)) {
      try (response) {
        throw AzureFailures.of(response);
      }
    }
    return response;
  }
}
