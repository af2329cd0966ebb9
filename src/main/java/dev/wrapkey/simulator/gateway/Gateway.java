package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Opens the practice cloud to other programs on this machine: an HTTP proxy at 127.0.0.1 that ends
 * TLS for Azure's host names itself. A client needs {@code HTTPS_PROXY} and the authority's
 * certificate. Nothing is ever passed on to a network.
 */
public final class Gateway implements AutoCloseable {

  /**
   * Where and how.
   *
   * @param port 0 for any that is free
   * @param folder gets {@code practice.env}
   * @param certificate gets the authority's certificate, as PEM
   * @param speed of the practice cloud's time
   */
  public record Setting(int port, Path folder, Path certificate, Speed speed) {}

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_CONNECTIONS = 512;
  private static final int MOST_THREADS = 32;
  private static final int MOST_HEADERS = 16 * 1024;
  private static final long IDLE_MILLIS = 30_000;
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;
  private final Events events;

  private Gateway(Server server, ServerConnector connector, Events events) {
    this.server = server;
    this.connector = connector;
    this.events = events;
  }

  /**
   * Starts to serve.
   *
   * @param time the practice cloud's clock
   * @throws IOException if the port is taken or a file cannot be written
   */
  public static Gateway open(
      PracticeCloud cloud, VirtualTime time, Setting setting, SecureRandom random)
      throws IOException {
    Pace pace = new Pace(time, cloud, setting.speed());
    String token = cloud.keepsake("gatewayToken", () -> PracticeCloud.passphrase(random));
    Events events = new Events();
    ServerConnector connector = connector(setting.port());
    Server server = connector.getServer();
    try {
      Authority authority = Authority.of(cloud, random, new SystemTime().now());
      Tunnels tunnels = new Tunnels(authority.context(), Gateway::configuration);
      server.setHandler(
          new Door(
              tunnels, new Bridge(cloud, pace, events), new Control(cloud, pace, events, token)));
      Files.writeString(setting.certificate(), authority.pem());
    } catch (GeneralSecurityException broken) {
      throw new IOException("the gateway's certificate cannot be made", broken);
    }
    connector.open();
    Gateway gateway = new Gateway(server, connector, events);
    EnvironmentFile.in(setting.folder()).write(gateway.environment(cloud, token));
    gateway.start();
    return gateway;
  }

  /**
   * Has loaded what {@link #open} needs, while something else is opened: a second core's work at
   * the start of a program.
   */
  public static void warmUp(SecureRandom random) {
    connector(0);
    Authority.warmUp(random, new SystemTime().now());
  }

  private static ServerConnector connector(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("gateway");
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.addBean(new Drips(connector.getScheduler(), LOOK));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(new Refusals());
    return connector;
  }

  private void start() throws IOException {
    try {
      LifeCycle.start(server);
    } catch (IllegalStateException failed) {
      connector.close();
      throw new IOException("the gateway cannot start", failed);
    }
  }

  /** What may come in: see docs/gateway.md. */
  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(MOST_HEADERS);
    configuration.setUriCompliance(UriCompliance.UNSAFE); // Target reads addresses
    return configuration;
  }

  private Map<String, String> environment(PracticeCloud cloud, String token) {
    return Map.of(
        "AZURE_TENANT_ID",
        PracticeCloud.TENANT,
        "AZURE_CLIENT_ID",
        PracticeCloud.CLIENT,
        "AZURE_CLIENT_SECRET",
        cloud.clientSecret(),
        "AZURE_SUBSCRIPTION_ID",
        PracticeCloud.SUBSCRIPTION,
        EnvironmentFile.TOKEN,
        token,
        EnvironmentFile.GATEWAY,
        address());
  }

  /** Where it listens, for {@code HTTPS_PROXY}. */
  public String address() {
    return "http://" + LOOPBACK + ":" + connector.getLocalPort();
  }

  /** What it answered lately. */
  public Events events() {
    return events;
  }

  /** Stops to serve; what was begun is finished by the practice cloud. */
  @Override
  public void close() {
    LifeCycle.stop(server);
  }
}
