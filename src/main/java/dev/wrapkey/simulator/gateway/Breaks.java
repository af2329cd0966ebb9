package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.rest.Delivery;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Connections that are closed before a client has its answer, because a fault is on. */
final class Breaks {

  private Breaks() {}

  /** Closes the connection without a word. */
  static void off(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("lost, as ordered"));
  }

  /** Promises the whole answer, sends a part and closes the connection. */
  static void off(Request request, Response response, Callback callback, Delivery delivery) {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, (long) delivery.answer().body().length);
    ByteBuffer part = ByteBuffer.wrap(delivery.answer().body(), 0, delivery.cutLength());
    response.write(
        false,
        part,
        Callback.from(() -> off(request, callback), failure -> callback.failed(failure)));
  }
}
