package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.resourcegraph.fluent.models.QueryResponseInner;
import com.azure.resourcemanager.resourcegraph.models.QueryRequest;
import com.azure.resourcemanager.resourcegraph.models.QueryRequestOptions;
import com.azure.resourcemanager.resourcegraph.models.ResultFormat;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Graph: one question about all subscriptions, a thousand rows a page. Where it is
 * refused or not there it is not asked again in this session, and whoever asks lists directly.
 */
final class ResourceIndex {

  private static final Logger LOG = Logger.getLogger(ResourceIndex.class.getName());
  private static final int PAGE = 1000;
  // So many the service takes with one question, as its own command-line tool splits them.
  private static final int SUBSCRIPTIONS = 1000;

  private final ArmClients clients;
  private final AzureConnection connection;
  private volatile boolean refused;

  ResourceIndex(ArmClients clients, AzureConnection connection) {
    this.clients = clients;
    this.connection = connection;
  }

  /**
   * Asks one question after another and hands over page after page; after a cancellation neither
   * fetches nor hands over anything.
   *
   * @return false if there is no index; then nothing was handed over
   */
  boolean each(
      List<String> queries,
      List<String> subscriptions,
      Cancellation cancellation,
      Consumer<List<Json>> taker) {
    subscriptions.forEach(connection::admit);
    boolean first = true;
    for (String query : queries) {
      for (int i = 0; i < subscriptions.size(); i += SUBSCRIPTIONS) {
        List<String> some =
            subscriptions.subList(i, Math.min(i + SUBSCRIPTIONS, subscriptions.size()));
        QueryRequest request = new QueryRequest().withSubscriptions(some).withQuery(query);
        if (!pages(request, cancellation, taker, first)) {
          return false;
        }
        first = false;
      }
    }
    return true;
  }

  private boolean pages(
      QueryRequest request, Cancellation cancellation, Consumer<List<Json>> taker, boolean begins) {
    String next = null;
    boolean first = begins;
    do {
      cancellation.check();
      QueryResponseInner page = page(request.withOptions(options(next)), first);
      if (page == null) {
        return false;
      }
      cancellation.check();
      taker.accept(new Json(page.data()).items());
      next = page.skipToken();
      first = false;
    } while (next != null && !next.isEmpty());
    return true;
  }

  private static QueryRequestOptions options(@Nullable String token) {
    return new QueryRequestOptions()
        .withTop(PAGE)
        .withSkipToken(token)
        .withResultFormat(ResultFormat.OBJECT_ARRAY);
  }

  private @Nullable QueryResponseInner page(QueryRequest request, boolean first) {
    if (first && refused) {
      return null;
    }
    try {
      return AzureFailures.ask(
          () -> clients.graph().resourcesWithResponse(request, Context.NONE).getValue());
    } catch (CloudFailure failure) {
      if (first && isNoAnswerToUs(failure)) {
        return null;
      }
      throw failure;
    }
  }

  // To list directly helps neither against a busy service nor without a network.
  private boolean isNoAnswerToUs(CloudFailure failure) {
    boolean forGood =
        switch (failure.kind()) {
          case FORBIDDEN, NOT_FOUND, INVALID -> true;
          default -> false;
        };
    refused |= forGood;
    boolean elsewhere = forGood || failure.kind() == CloudFailure.Kind.SERVICE;
    if (elsewhere) {
      LOG.log(
          Level.INFO,
          () -> "Resource Graph is not used (" + failure.code() + "); each subscription is listed");
    }
    return elsewhere;
  }
}
