package dev.wrapkey.simulator.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the gateway says in its own name. */
final class Answers {

  private Answers() {}

  /** A refusal in the shape of Azure's error bodies. Code and words are ours: nothing to escape. */
  static void refuse(Response response, Callback callback, int status, String code, String words) {
    json(response, callback, status, errorBody(code, words));
  }

  static String errorBody(String code, String words) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + words + "\"}}";
  }

  static void json(Response response, Callback callback, int status, String body) {
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, MimeTypes.Type.APPLICATION_JSON_UTF_8.asString());
    Content.Sink.write(response, true, body, callback);
  }

  static void bytes(Response response, Callback callback, byte[] body) {
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
