package dev.wrapkey.record;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** A transport that passes everything on and remembers what was sent. */
record Overheard(HttpClient real, List<Sent> sent) implements HttpClient {

  record Sent(String method, String url, String correlation, String request) {}

  Overheard(HttpClient real) {
    this(real, new CopyOnWriteArrayList<>());
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    note(request);
    return real.send(request);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    note(request);
    return real.send(request, context);
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    note(request);
    return real.sendSync(request, context);
  }

  private void note(HttpRequest request) {
    sent.add(
        new Sent(
            request.getHttpMethod().toString(),
            request.getUrl().toString(),
            header(request, "x-ms-correlation-request-id"),
            header(request, "x-ms-client-request-id")));
  }

  private static String header(HttpRequest request, String name) {
    String value = request.getHeaders().getValue(HttpHeaderName.fromString(name));
    return value == null ? "" : value;
  }
}
