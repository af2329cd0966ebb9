package dev.wrapkey.simulator.gateway;

import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A gateway for a test, and what a client needs to use it. */
public final class Opened implements AutoCloseable {

  private final Gateway gateway;
  private final Path folder;
  private final SSLContext trust;

  private Opened(Gateway gateway, Path folder, SSLContext trust) {
    this.gateway = gateway;
    this.folder = folder;
    this.trust = trust;
  }

  public static Opened over(PracticeCloud cloud, VirtualTime time, Path folder, Speed speed)
      throws Exception {
    Path certificate = folder.resolve("ca.pem");
    Gateway gateway =
        Gateway.open(
            cloud, time, new Gateway.Setting(0, folder, certificate, speed), new SecureRandom());
    return new Opened(gateway, folder, trusting(certificate));
  }

  /** Trusts whom this certificate authority has signed, and nobody else. */
  public static SSLContext trusting(Path certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** Trusts nobody but the gateway's authority and reaches nobody but the gateway. */
  public HttpClient.Builder client() {
    return client(trust, address());
  }

  /** The same for a gateway that somebody else has opened. */
  public static HttpClient.Builder client(Path certificate, URI gateway) throws Exception {
    return client(
        trusting(certificate), new InetSocketAddress(gateway.getHost(), gateway.getPort()));
  }

  private static HttpClient.Builder client(SSLContext trust, InetSocketAddress gateway) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(trust)
        .proxy(ProxySelector.of(gateway));
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", URI.create(gateway.address()).getPort());
  }

  SSLContext trust() {
    return trust;
  }

  URI control(String path) {
    return URI.create(gateway.address() + "/practice/" + path);
  }

  String token() throws Exception {
    return EnvironmentFile.in(folder).token();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
