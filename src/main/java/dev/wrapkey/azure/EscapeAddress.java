package dev.wrapkey.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Sends only addresses that a request line may have: where the SDK takes the identifier of a
 * resource as it is, the name of its resource group may have letters that have to be encoded.
 */
final class EscapeAddress implements HttpPipelinePolicy {

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.defer(
        () -> {
          escape(context.getHttpRequest());
          return next.process();
        });
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    escape(context.getHttpRequest());
    return next.processSync();
  }

  private static void escape(HttpRequest request) {
    String address = request.getUrl().toString();
    String escaped = Addresses.escaped(address);
    if (!escaped.equals(address)) {
      request.setUrl(escaped);
    }
  }
}
