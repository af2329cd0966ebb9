package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.wrapkey.provisioning.Correlation;
import reactor.core.publisher.Mono;

/** Sends the id of the change along, where the calling thread makes one. */
final class SendCorrelation implements HttpPipelinePolicy {

  private final HttpHeaderName header;

  private SendCorrelation(HttpHeaderName header) {
    this.header = header;
  }

  static SendCorrelation toResourceManager() {
    return new SendCorrelation(AzureFailures.CORRELATION);
  }

  static SendCorrelation toKeyVault() {
    return new SendCorrelation(HttpHeaderName.X_MS_CLIENT_REQUEST_ID);
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    mark(context);
    return next.process();
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    mark(context);
    return next.processSync();
  }

  private void mark(HttpPipelineCallContext context) {
    Correlation.current().ifPresent(id -> context.getHttpRequest().setHeader(header, id));
  }
}
