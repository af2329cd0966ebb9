import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One tunnel, kept open. */
final class Line implements AutoCloseable {

  record Answer(int status, String body) {}

  record Ask(String method, String path, String body) {}

  private final String host;
  private final String token;
  private final SSLSocket tls;
  private final InputStream in;
  private final OutputStream out;

  Line(Gate gate, String host, String token) throws IOException {
    this.host = host;
    this.token = token;
    String gateway = gate.env.getProperty("PRACTICE_GATEWAY");
    int port = Integer.parseInt(gateway.substring(gateway.lastIndexOf(':') + 1));
    Socket plain = new Socket("127.0.0.1", port);
    plain.setTcpNoDelay(true);
    plain
        .getOutputStream()
        .write(
            ("CONNECT " + host + ":443 HTTP/1.1\r\nHost: " + host + ":443\r\n\r\n").getBytes());
    String head = head(plain.getInputStream());
    if (!head.startsWith("HTTP/1.1 200")) {
      throw new IOException(head);
    }
    tls = (SSLSocket) gate.trust.getSocketFactory().createSocket(plain, host, 443, true);
    in = new BufferedInputStream(tls.getInputStream(), 1 << 16);
    out = tls.getOutputStream();
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    while (last != 4) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("closed");
      }
      head.write(b);
      last = b == (last % 2 == 0 ? '\r' : '\n') ? last + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  Answer send(Ask ask) throws IOException {
    byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
    String authority = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    String type =
        token.isEmpty() ? "application/x-www-form-urlencoded" : "application/json";
    byte[] head =
        (ask.method() + " " + ask.path() + " HTTP/1.1\r\nHost: " + host + "\r\n" + authority
                + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    out.write(all);
    out.flush();
    String answered = head(in);
    int status = Integer.parseInt(answered.substring(9, 12));
    Matcher length =
        Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE).matcher(answered);
    byte[] read = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return new Answer(status, new String(read, StandardCharsets.UTF_8));
  }

  Answer good(Ask ask) throws IOException {
    Answer answer = send(ask);
    if (answer.status() / 100 != 2) {
      throw new IOException(ask.method() + " " + ask.path() + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    tls.close();
  }
}
