package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.rest.Delivery;
import dev.wrapkey.simulator.rest.WireAnswer;
import dev.wrapkey.simulator.rest.WireRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Carries a request out of a tunnel to the practice cloud, and its answer back. */
final class Bridge {

  /** The longest body, as for Azure Resource Manager. */
  static final int MOST_BODY = 4 * 1024 * 1024;

  private static final long MOST_SECONDS = 30;
  private static final String RETRY_AFTER = "Retry-After";

  private final PracticeCloud cloud;
  private final Pace pace;
  private final Events events;

  Bridge(PracticeCloud cloud, Pace pace, Events events) {
    this.cloud = cloud;
    this.pace = pace;
    this.events = events;
  }

  void carry(Request request, Response response, Callback callback, String host) {
    if (request.getLength() > MOST_BODY) {
      tooLarge(response, callback);
      return;
    }
    Content.Source.asByteArrayAsync(request, MOST_BODY)
        .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
        .whenComplete(
            (body, failure) -> {
              if (body != null) {
                carry(request, response, callback, host, body);
              } else if (isTooLong(failure)) {
                tooLarge(response, callback);
              } else {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                Answers.refuse(
                    response, callback, 408, "RequestTimeout", "The request content did not come.");
              }
            });
  }

  private void carry(
      Request request, Response response, Callback callback, String host, byte[] body) {
    String written = request.getHttpURI().getPathQuery();
    Optional<URI> uri = Target.of(host, written == null ? "" : written);
    String named = request.getHeaders().get(HttpHeader.HOST);
    if (named == null || !Hosts.isSame(host, named)) {
      Answers.refuse(
          response, callback, 421, "MisdirectedRequest", "This tunnel leads to another host.");
    } else if (uri.isEmpty()) {
      Answers.refuse(
          response, callback, 400, "BadRequest", "The address of the request is malformed.");
    } else {
      answer(request, response, callback, read(request, uri.get(), body));
    }
  }

  private static void tooLarge(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Answers.refuse(
        response,
        callback,
        413,
        "RequestContentTooLarge",
        "The request content is longer than 4194304 bytes.");
  }

  private static boolean isTooLong(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof IllegalStateException;
  }

  private static WireRequest read(Request request, URI uri, byte[] body) {
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
    }
    return new WireRequest(request.getMethod().toUpperCase(Locale.ROOT), uri, headers, body);
  }

  private void answer(Request request, Response response, Callback callback, WireRequest asked) {
    pace.beforeRequest();
    Delivery delivery = cloud.deliver(asked);
    events.add(pace.now(), asked, delivery);
    long wait = pace.wait(delivery.delay()).toMillis();
    if (wait == 0) {
      send(request, response, callback, delivery);
    } else {
      request.addIdleTimeoutListener(idle -> false); // it is not idle: it waits, on no thread
      request
          .getComponents()
          .getScheduler()
          .schedule(() -> send(request, response, callback, delivery), wait, TimeUnit.MILLISECONDS);
    }
  }

  private void send(Request request, Response response, Callback callback, Delivery delivery) {
    WireAnswer answer = delivery.answer();
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, wall(name, value)));
    boolean silent = request.getMethod().equals("HEAD") || answer.body().length == 0;
    switch (delivery.fate()) {
      case LOST -> Breaks.off(request, callback);
      case CUT -> Breaks.off(request, response, callback, delivery);
      case WHOLE -> {
        if (silent) {
          callback.succeeded();
        } else {
          Answers.bytes(response, callback, answer.body());
        }
      }
    }
  }

  private String wall(String name, String value) {
    return name.equalsIgnoreCase(RETRY_AFTER) && value.matches("\\d{1,9}")
        ? String.valueOf(pace.speed().wallSeconds(Long.parseLong(value)))
        : value;
  }
}
