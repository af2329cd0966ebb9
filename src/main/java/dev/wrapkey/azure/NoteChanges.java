package dev.wrapkey.azure;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import reactor.core.publisher.Mono;

/**
 * Remembers in which subscriptions this program has changed something since it connected. An index
 * that is a little late is not believed there.
 */
final class NoteChanges implements HttpPipelinePolicy {

  private static final Set<HttpMethod> CHANGES =
      Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final Set<String> subscriptions =
      new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

  Set<String> subscriptions() {
    return subscriptions;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    note(context.getHttpRequest());
    return next.process();
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    note(context.getHttpRequest());
    return next.processSync();
  }

  // Also where no answer comes: the change may have been made.
  private void note(HttpRequest request) {
    Iterator<String> path = Arrays.asList(request.getUrl().getPath().split("/")).iterator();
    while (CHANGES.contains(request.getHttpMethod()) && path.hasNext()) {
      if (path.next().equalsIgnoreCase("subscriptions") && path.hasNext()) {
        subscriptions.add(path.next());
      }
    }
  }
}
