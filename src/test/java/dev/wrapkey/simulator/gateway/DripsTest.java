package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sends a byte of a header now and then does not keep a connection for ever. */
class DripsTest {

  private static final int MOST_BYTES = 600;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void serve() throws Exception {
    connector.setHost("127.0.0.1");
    connector.addBean(new Drips(connector.getScheduler(), Duration.ofMillis(100)));
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            callback.succeeded();
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(20);
    return socket;
  }

  /** Sends a text byte by byte, waiting a little for an answer after each; true if it was cut. */
  private static boolean isCut(Socket socket, String text) throws IOException {
    InputStream in = socket.getInputStream();
    for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
      try {
        socket.getOutputStream().write(one);
        if (in.read() < 0) {
          return true;
        }
      } catch (SocketTimeoutException silent) {
        assertThat(silent).isNotNull();
      } catch (IOException reset) {
        return true;
      }
    }
    return false;
  }

  @Test
  void headersThatNeverEndAreCut() throws Exception {
    try (Socket socket = connect()) {
      assertThat(isCut(socket, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(MOST_BYTES)))
          .isTrue();
    }
  }

  @Test
  void oneRequestAfterTheOtherIsNotADrip() throws Exception {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", connector.getLocalPort());
    try (RawConnection connection = RawConnection.plain(address)) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(connection.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(200);
      }
    }
  }
}
