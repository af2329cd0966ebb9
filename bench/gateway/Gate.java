import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The gateway that serves, and the tokens of somebody who has signed in through it. */
final class Gate {

  private static final String ARM = "management.azure.com";
  private static final String ORDERS = "kv-orders-eastus.vault.azure.net";

  final Properties env = new Properties();
  final SSLContext trust = SSLContext.getInstance("TLS");
  private final String armToken;
  private final String vaultToken;

  /** Signs in with what the gateway has written. */
  Gate(Path practiceEnv, Path authority) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(practiceEnv)) {
      env.load(in);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(store);
    trust.init(null, managers.getTrustManagers(), null);
    armToken = token(ARM);
    vaultToken = token("vault.azure.net");
  }

  Line arm() throws IOException {
    return new Line(this, ARM, armToken);
  }

  Line vault() throws IOException {
    return new Line(this, ORDERS, vaultToken);
  }

  private String token(String scope) throws IOException {
    String form =
        "grant_type=client_credentials&client_id=" + env.getProperty("AZURE_CLIENT_ID")
            + "&client_secret=" + env.getProperty("AZURE_CLIENT_SECRET")
            + "&scope=https%3A%2F%2F" + scope + "%2F.default";
    try (Line line = new Line(this, "login.microsoftonline.com", "")) {
      String path = "/" + env.getProperty("AZURE_TENANT_ID") + "/oauth2/v2.0/token";
      return text(line.good(new Line.Ask("POST", path, form)).body(), "access_token");
    }
  }

  static String text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException(name + " is not in " + json);
    }
    return found.group(1);
  }
}
