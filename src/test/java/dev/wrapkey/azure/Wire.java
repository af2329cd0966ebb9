package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transport that gives prepared answers in order and keeps the requests. It knows how to sign
 * anybody in.
 */
final class Wire implements HttpClient {

  record Answer(int status, Map<String, String> headers, String body) {
    Answer with(String name, String value) {
      Map<String, String> more = new java.util.HashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  record Asked(String method, String url, String body) {}

  private final Deque<Answer> prepared = new ArrayDeque<>();
  final List<Asked> asked = new ArrayList<>();
  Answer token =
      answer(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t\"}");

  static Answer answer(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  Wire then(int status, String body) {
    return then(answer(status, body));
  }

  Wire then(Answer answer) {
    prepared.add(answer);
    return this;
  }

  AzureCloud cloud() {
    return new AzureCloud(connection());
  }

  AzureConnection connection() {
    return AzureConnection.servicePrincipal(
        this,
        "facade00-0000-4000-a000-000000000001",
        "facade00-0000-4000-a000-0000000000c1",
        "secret");
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return Mono.fromCallable(() -> reply(request));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    return reply(request);
  }

  private HttpResponse reply(HttpRequest request) {
    if (request.getUrl().getHost().equals("login.microsoftonline.com")) {
      return new Reply(request, token);
    }
    boolean open = request.getUrl().getHost().equals("api.ipify.org");
    boolean challenged =
        !open && request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION) == null;
    if (challenged) {
      return new Reply(
          request,
          answer(401, "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"AKV10000\"}}")
              .with(
                  "WWW-Authenticate",
                  "Bearer"
                      + " authorization=\"https://login.microsoftonline.com/facade00-0000-4000-a000-000000000001\","
                      + " resource=\"https://vault.azure.net\""));
    }
    BinaryData body = request.getBodyAsBinaryData();
    asked.add(
        new Asked(
            request.getHttpMethod().toString(),
            request.getUrl().toString(),
            body == null ? "" : body.toString()));
    Answer answer = prepared.poll();
    if (answer == null) {
      throw new UncheckedIOException(new IOException("connection reset"));
    }
    return new Reply(request, answer);
  }

  /** A prepared answer as the SDK wants it. */
  static HttpResponse reply(HttpRequest request, Answer answer) {
    return new Reply(request, answer);
  }

  private static final class Reply extends HttpResponse {

    private final Answer answer;

    Reply(HttpRequest request, Answer answer) {
      super(request);
      this.answer = answer;
    }

    @Override
    public int getStatusCode() {
      return answer.status();
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
      return getHeaders().getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      answer
          .headers()
          .forEach((name, value) -> headers.set(HttpHeaderName.fromString(name), value));
      return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(bytes()));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(bytes());
    }

    @Override
    public Mono<String> getBodyAsString() {
      return Mono.just(answer.body());
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(answer.body());
    }

    private byte[] bytes() {
      return answer.body().getBytes(StandardCharsets.UTF_8);
    }
  }
}
