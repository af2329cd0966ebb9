package dev.wrapkey.simulator.rest;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dev.wrapkey.simulator.engine.Engine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The Azure SDK's transport, plugged into the practice cloud: no socket, no TLS. */
public final class PracticeHttpClient implements HttpClient {

  private static final byte[] NOTHING = new byte[0];

  private final Front front;
  private final Engine engine;

  /**
   * @param engine does the work, so that a caller who hangs up breaks nothing
   */
  public PracticeHttpClient(Front front, Engine engine) {
    this.front = front;
    this.engine = engine;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    WireRequest wire = read(request);
    return new PracticeHttpResponse(request, engine.run(() -> front.handle(wire)));
  }

  private static WireRequest read(HttpRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (HttpHeader header : request.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    BinaryData body = request.getBodyAsBinaryData();
    return new WireRequest(
        request.getHttpMethod().toString(),
        uri(request),
        headers,
        body == null ? NOTHING : body.toBytes());
  }

  private static URI uri(HttpRequest request) {
    try {
      return request.getUrl().toURI();
    } catch (URISyntaxException blanks) {
      return URI.create(request.getUrl().toString().replace(" ", "%20").replace("'", "%27"));
    }
  }
}
