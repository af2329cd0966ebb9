package dev.wrapkey.simulator.rest;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer of the practice cloud as the Azure SDK reads it. */
final class PracticeHttpResponse extends HttpResponse {

  private final WireAnswer answer;
  private final boolean cut;
  private final HttpHeaders headers = new HttpHeaders();

  PracticeHttpResponse(HttpRequest request, Delivery delivery) {
    super(request);
    this.answer = delivery.answer();
    this.cut = delivery.fate() == Delivery.Fate.CUT;
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
    return Flux.defer(() -> Flux.just(ByteBuffer.wrap(content())));
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return Mono.fromCallable(this::content);
  }

  @Override
  public Mono<String> getBodyAsString() {
    return getBodyAsString(StandardCharsets.UTF_8);
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return Mono.fromCallable(() -> new String(content(), charset));
  }

  @Override
  public BinaryData getBodyAsBinaryData() {
    return BinaryData.fromBytes(content());
  }

  private byte[] content() {
    if (cut) {
      throw new UncheckedIOException(
          new EOFException("the connection was closed before the end of the answer"));
    }
    return answer.body();
  }
}
