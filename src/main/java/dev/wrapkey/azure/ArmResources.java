package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.RunningOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resources as plain JSON over the SDK's own pipeline, for the few calls that would otherwise cost
 * another module of it (docs/decisions/networks.md).
 */
final class ArmResources {

  private final ArmClients clients;
  private final AzureConnection connection;

  ArmResources(ArmClients clients, AzureConnection connection) {
    this.clients = clients;
    this.connection = connection;
  }

  /** One resource, empty if there is none. */
  Optional<Json> find(String path, String version) {
    try {
      return Optional.of(AzureFailures.ask(() -> Json.read(sent(get(url(path, version))))));
    } catch (CloudFailure failure) {
      if (failure.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Hands over page after page; after a cancellation neither fetches nor hands over anything.
   *
   * @param path may have a query
   */
  void each(String path, String version, Cancellation cancellation, Consumer<List<Json>> taker) {
    String next = url(path, version);
    while (!next.isEmpty()) {
      cancellation.check();
      String url = next;
      Json page = AzureFailures.ask(() -> Json.read(sent(get(url))));
      cancellation.check();
      taker.accept(page.items("value"));
      next = own(page.string("nextLink"));
    }
  }

  /** Starts the creation of a resource, or its change if it exists. */
  RunningOperation put(String path, String version, Map<String, ?> body) {
    return started(written(path, version, body));
  }

  /** As {@link #put}, refused by the service if the resource exists. */
  RunningOperation create(String path, String version, Map<String, ?> body) {
    return started(written(path, version, body).setHeader(HttpHeaderName.IF_NONE_MATCH, "*"));
  }

  RunningOperation delete(String path, String version) {
    return started(new HttpRequest(HttpMethod.DELETE, url(path, version)));
  }

  private HttpRequest written(String path, String version, Map<String, ?> body) {
    return new HttpRequest(HttpMethod.PUT, url(path, version))
        .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
        .setBody(Json.write(body));
  }

  private static HttpRequest get(String url) {
    return new HttpRequest(HttpMethod.GET, url);
  }

  private RunningOperation started(HttpRequest request) {
    return AzureFailures.ask(
        () -> {
          try (HttpResponse answer = sent(request)) {
            return AzureOperation.started(
                new SimpleResponse<@Nullable Void>(
                    request, answer.getStatusCode(), answer.getHeaders(), null),
                clients.pipeline(),
                connection);
          }
        });
  }

  /** An answer that is none of a failure. */
  private HttpResponse sent(HttpRequest request) {
    HttpResponse answer =
        clients
            .pipeline()
            .sendSync(request.setHeader(HttpHeaderName.ACCEPT, "application/json"), Context.NONE);
    if (answer.getStatusCode() >= 400) {
      try (answer) {
        throw AzureFailures.of(answer);
      }
    }
    return answer;
  }

  private String url(String path, String version) {
    connection.admit(path.split("/", -1)[2]);
    String more = path.contains("?") ? "&" : "?";
    return arm() + path + more + "api-version=" + version;
  }

  private String arm() {
    return connection.environment().getResourceManagerEndpoint().replaceAll("/$", "");
  }

  private String own(String url) {
    return url.isEmpty() ? url : Addresses.referral(url, arm(), "ForeignPage").toString();
  }
}
