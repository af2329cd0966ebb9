package dev.wrapkey.azure;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.signin.AzurePlace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** HTTPS on the JDK's client, with the authorities and the proxy of a route. */
final class Transport {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(100);
  private static final int USUAL_PROXY_PORT = 8080;

  private Transport() {}

  /**
   * Opens nothing yet.
   *
   * @throws CloudFailure INVALID if the file of authorities gives none
   */
  static com.azure.core.http.HttpClient over(AzurePlace.Route route) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    route.authorities().ifPresent(file -> builder.sslContext(trusting(file)));
    route.proxy().ifPresent(proxy -> builder.proxy(new Through(proxy)));
    return new JdkHttpClientBuilder(builder)
        .connectionTimeout(CONNECT)
        .writeTimeout(ANSWER)
        .responseTimeout(ANSWER)
        .readTimeout(ANSWER)
        .build();
  }

  /** All but this computer and its virtual network card go through the proxy. */
  private static final class Through extends ProxySelector {

    // Of a virtual machine's metadata service, which must not be asked by way of others.
    private static final String LINK_LOCAL = "169.254.";

    private final Proxy proxy;

    Through(URI address) {
      if (address.getHost() == null) {
        throw new CloudFailure(
            CloudFailure.Kind.INVALID, "ProxyAddress", Phrases.say("azure.proxy", address), "");
      }
      int port = address.getPort() < 0 ? USUAL_PROXY_PORT : address.getPort();
      proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port));
    }

    @Override
    public List<Proxy> select(URI uri) {
      String host = String.valueOf(uri.getHost());
      boolean near =
          host.startsWith(LINK_LOCAL) || host.equals("127.0.0.1") || host.equals("localhost");
      return List.of(near ? Proxy.NO_PROXY : proxy);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The request itself fails and says so.
    }
  }

  private static SSLContext trusting(Path file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate usual : accepted(managers(null))) {
        store.setCertificateEntry("usual-" + number++, usual);
      }
      for (Certificate own : read(file)) {
        store.setCertificateEntry("own-" + number++, own);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (IOException | GeneralSecurityException _) {
      throw useless(file);
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw useless(file);
      }
      return found;
    }
  }

  private static CloudFailure useless(Path file) {
    return new CloudFailure(
        CloudFailure.Kind.INVALID,
        "AuthoritiesUnreadable",
        Phrases.say("azure.authorities", file),
        "");
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static List<X509Certificate> accepted(TrustManager[] managers) {
    return List.of(managers).stream()
        .filter(X509TrustManager.class::isInstance)
        .flatMap(manager -> List.of(((X509TrustManager) manager).getAcceptedIssuers()).stream())
        .toList();
  }
}
