package dev.wrapkey.simulator.rest;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The Azure SDK's transport, plugged into the practice cloud: no socket, no TLS. An answer that is
 * lost or cut is what it would be over a socket: an {@link IOException}.
 */
public final class PracticeHttpClient implements HttpClient {

  private static final byte[] NOTHING = new byte[0];

  private final Carrier carrier;
  private final Engine engine;
  private final VirtualTime time;

  /**
   * @param engine does the work, so that a caller who hangs up breaks nothing
   * @param time the cloud's clock, for answers that are late
   */
  public PracticeHttpClient(Carrier carrier, Engine engine, VirtualTime time) {
    this.carrier = carrier;
    this.engine = engine;
    this.time = time;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  /** A late answer holds no thread. */
  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> deliver(request))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(delivery -> late(delivery).then(Mono.fromCallable(() -> read(request, delivery))));
  }

  private Mono<Long> late(Delivery delivery) {
    if (delivery.delay().isZero()) {
      return Mono.just(0L);
    }
    double speed = time.speed();
    if (speed == 0) {
      time.jump(delivery.delay());
      return Mono.just(0L);
    }
    return Mono.delay(Duration.ofNanos((long) (delivery.delay().toNanos() / speed)));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    Delivery delivery = deliver(request);
    try {
      time.pause(delivery.delay());
      return read(request, delivery);
    } catch (InterruptedException hungUp) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("the caller hung up"));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private Delivery deliver(HttpRequest request) {
    WireRequest wire = wire(request);
    return engine.run(() -> carrier.deliver(wire));
  }

  private static HttpResponse read(HttpRequest request, Delivery delivery) throws IOException {
    if (delivery.fate() == Delivery.Fate.LOST) {
      throw new IOException("the connection was closed without an answer");
    }
    return new PracticeHttpResponse(request, delivery);
  }

  private static WireRequest wire(HttpRequest request) {
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
