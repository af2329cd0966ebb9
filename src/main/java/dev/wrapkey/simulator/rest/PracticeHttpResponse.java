package dev.wrapkey.simulator.rest;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer of the practice cloud as the Azure SDK reads it. */
final class PracticeHttpResponse extends HttpResponse {

  private final WireAnswer answer;
  private final HttpHeaders headers = new HttpHeaders();

  PracticeHttpResponse(HttpRequest request, WireAnswer answer) {
    super(request);
    this.answer = answer;
    answer.headers().forEach((name, value) -> headers.set(HttpHeaderName.fromString(name), value));
    headers.set(HttpHeaderName.CONTENT_LENGTH, String.valueOf(answer.body().length));
  }

  @Override
  public int getStatusCode() {
    return answer.status();
  }

  @Override
  @Deprecated
  public String getHeaderValue(String name) {
    return headers.getValue(HttpHeaderName.fromString(name));
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public Flux<ByteBuffer> getBody() {
    return Flux.defer(() -> Flux.just(ByteBuffer.wrap(answer.body())));
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return Mono.fromCallable(answer::body);
  }

  @Override
  public Mono<String> getBodyAsString() {
    return getBodyAsString(StandardCharsets.UTF_8);
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return Mono.fromCallable(() -> new String(answer.body(), charset));
  }

  @Override
  public BinaryData getBodyAsBinaryData() {
    return BinaryData.fromBytes(answer.body());
  }
}
