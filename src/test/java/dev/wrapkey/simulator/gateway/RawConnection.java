package dev.wrapkey.simulator.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A connection that sends whatever it is given: no client library stands in the way of nonsense.
 */
final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

  /** An answer; status 0 if the connection was closed without one, and then the head tells how. */
  record Answer(int status, String head, String body) {}

  private final Socket socket;
  private int answers;
  private String last = "none";

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  static RawConnection plain(InetSocketAddress gateway) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(gateway);
    return new RawConnection(socket);
  }

  /** Inside a tunnel to a host. */
  static RawConnection tunnel(InetSocketAddress gateway, SSLContext trust, String host)
      throws IOException {
    RawConnection outer = plain(gateway);
    Answer answer =
        outer.ask("CONNECT " + host + ":443 HTTP/1.1\r\nHost: " + host + ":443\r\n\r\n");
    if (answer.status() != 200) {
      throw new IOException("no tunnel: " + answer);
    }
    SSLSocket inner =
        (SSLSocket) trust.getSocketFactory().createSocket(outer.socket, host, 443, true);
    inner.startHandshake();
    return new RawConnection(inner);
  }

  Answer ask(String request) throws IOException {
    return ask(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  Answer ask(byte[] request) throws IOException {
    try {
      send(request);
    } catch (IOException closedBefore) {
      return closed("while sending: " + closedBefore); // the gateway may refuse before all is sent
    }
    return answer(new String(request, 0, Math.min(5, request.length), StandardCharsets.US_ASCII));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Reads an answer with a length, which all of the gateway's have. */
  Answer answer(String method) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next;
      try {
        next = in.read();
      } catch (SocketTimeoutException hangs) {
        throw hangs;
      } catch (IOException reset) {
        return closed("while reading '" + head + "': " + reset);
      }
      if (next < 0) {
        return closed("after reading '" + head + "'");
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    Matcher length = LENGTH.matcher(text);
    boolean silent = method.startsWith("HEAD ") || !length.find();
    byte[] body = silent ? new byte[0] : in.readNBytes(Integer.parseInt(length.group(1)));
    answers++;
    last = text;
    return new Answer(
        Integer.parseInt(text.split(" ", 3)[1]), text, new String(body, StandardCharsets.UTF_8));
  }

  private Answer closed(String how) {
    return new Answer(0, "closed " + how + ", answers before: " + answers + ", last: " + last, "");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
