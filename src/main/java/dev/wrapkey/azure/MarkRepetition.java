package dev.wrapkey.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Retry;
import reactor.core.publisher.Mono;

/**
 * Says of a request that whoever makes it will make it again. Only the calling thread knows; by the
 * time a request is sent it may be on another, to which a token came.
 */
final class MarkRepetition implements HttpPipelinePolicy {

  private static final String MARK = "wrapkey-repeated";

  /** Whether a request is, as its mark or this thread says. */
  static boolean isUnderWay(Context context) {
    return Retry.isUnderWay() || context.getData(MARK).isPresent();
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

  private static void mark(HttpPipelineCallContext context) {
    if (Retry.isUnderWay()) {
      context.setData(MARK, true);
    }
  }
}
