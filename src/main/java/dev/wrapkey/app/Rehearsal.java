package dev.wrapkey.app;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.cli.Practice;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.simulator.gateway.Speed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What the build has the program do besides the tour: see docs/decisions/start-up.md. */
final class Rehearsal {

  private Rehearsal() {}

  /** Serves an empty folder and then a used one, each to a client that comes over TLS. */
  static void ofServing(Path folder) throws IOException, GeneralSecurityException, StateInUse {
    Files.createDirectories(folder);
    Path certificate = folder.resolve("ca.pem");
    Practice.Serve how =
        new Practice.Serve(Optional.of(folder), 0, certificate, Speed.INSTANT, Optional.empty());
    for (int time = 0; time < 2; time++) {
      try (Served served = Served.open(folder, how)) {
        HttpClient transport = through(served.gateway().address(), certificate);
        use(
            new AzureCloud(
                AzureConnection.servicePrincipal(
                    transport,
                    PracticeCloud.TENANT,
                    PracticeCloud.CLIENT,
                    served.cloud().clientSecret())));
      }
    }
  }

  private static void use(Cloud cloud) {
    Subscription subscription = cloud.directory().subscriptions().getFirst();
    for (Server server : cloud.servers().list(subscription.id())) {
      cloud.servers().get(server.id());
    }
    List<KeyStore> stores = new ArrayList<>();
    cloud
        .keyStores()
        .list(KeyStore.Kind.KEY_VAULT, subscription.id(), new Cancellation(), stores::addAll);
    stores.stream()
        .filter(store -> store.name().equals("kv-orders-eastus"))
        .flatMap(store -> cloud.keyStores().keys(store).stream())
        .forEach(key -> cloud.keyStores().get(key.id()));
  }

  private static HttpClient through(String gateway, Path certificate)
      throws IOException, GeneralSecurityException {
    URI proxy = URI.create(gateway);
    return new JdkHttpClientBuilder(
            java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(certificate))
                .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()))))
        .build();
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    java.security.KeyStore trusted = java.security.KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    enter(certificate, trusted);
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static void enter(Path certificate, java.security.KeyStore trusted)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "practice", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
  }
}
