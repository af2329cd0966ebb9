package dev.wrapkey.simulator.gateway;

import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends {@code CONNECT} tunnels here: the connection that asked for one speaks TLS from then on, and
 * HTTP inside it. No second connection is made, so there is nowhere to pass anything on to.
 */
final class Tunnels {

  private static final String HOST = "dev.wrapkey.tunnel";

  private final SSLContext tls;
  private final Supplier<HttpConfiguration> configuration;

  /**
   * @param configuration a new one for every tunnel
   */
  Tunnels(SSLContext tls, Supplier<HttpConfiguration> configuration) {
    this.tls = tls;
    this.configuration = configuration;
  }

  /** The host that the tunnel of a request leads to. */
  static Optional<String> host(Request request) {
    return Optional.ofNullable((String) request.getAttribute(HOST));
  }

  /** Answers {@code CONNECT}. */
  void open(Request request, Response response, Callback callback) {
    Optional<String> host = Hosts.served(String.valueOf(request.getHttpURI().getAuthority()));
    if (host.isEmpty()) {
      Answers.refuse(
          response,
          callback,
          403,
          "PracticeCloudHostUnknown",
          "The practice cloud does not play this host, and passes nothing on.");
      return;
    }
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    Connector connector = request.getConnectionMetaData().getConnector();
    request.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection(connector, endPoint, host.get()));
    response.setStatus(200);
    callback.succeeded();
  }

  private SslConnection connection(Connector connector, EndPoint endPoint, String host) {
    SSLEngine engine = tls.createSSLEngine();
    engine.setUseClientMode(false);
    SslConnection outer =
        new SslConnection(connector.getByteBufferPool(), connector.getExecutor(), endPoint, engine);
    outer.setRenegotiationAllowed(false);
    HttpConfiguration inside = configuration.get();
    inside.addCustomizer(
        (request, headers) -> {
          request.setAttribute(HOST, host);
          return request;
        });
    EndPoint decrypted = outer.getSslEndPoint();
    decrypted.setConnection(new HttpConnectionFactory(inside).newConnection(connector, decrypted));
    return outer;
  }
}
