import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a gateway that serves, over loopback, as fast as a few connections can, for a few seconds a
 * question, and prints a table.
 *
 * <p>{@code java Load.java PRACTICE_ENV CA_PEM SECONDS [NAME...]}
 */
final class Load {

  static final int CONNECTIONS = 4;
  static final String ARM = "management.azure.com";
  static final String PG = "api-version=2024-08-01";
  static final String ORDERS = "kv-orders-eastus.vault.azure.net";

  static final Properties ENV = new Properties();
  static SSLContext trust;
  static String group;
  static String armToken;
  static String vaultToken;
  static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() & 0xffffff));

  record Answer(int status, String body) {}

  record Ask(String method, String path, String body) {}

  /** Makes the next request of a connection. */
  interface Question {
    Ask next();
  }

  /** One tunnel, kept open. */
  static final class Line implements AutoCloseable {
    final String host;
    final String token;
    final SSLSocket tls;
    final InputStream in;
    final OutputStream out;

    Line(String host, String token) throws IOException {
      this.host = host;
      this.token = token;
      String gateway = ENV.getProperty("PRACTICE_GATEWAY");
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
      tls = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, 443, true);
      in = new BufferedInputStream(tls.getInputStream(), 1 << 16);
      out = tls.getOutputStream();
    }

    static String head(InputStream in) throws IOException {
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

  static Line arm() throws IOException {
    return new Line(ARM, armToken);
  }

  static Line vault() throws IOException {
    return new Line(ORDERS, vaultToken);
  }

  static String token(String scope) throws IOException {
    String form =
        "grant_type=client_credentials&client_id=" + ENV.getProperty("AZURE_CLIENT_ID")
            + "&client_secret=" + ENV.getProperty("AZURE_CLIENT_SECRET")
            + "&scope=https%3A%2F%2F" + scope + "%2F.default";
    try (Line line = new Line("login.microsoftonline.com", "")) {
      String path = "/" + ENV.getProperty("AZURE_TENANT_ID") + "/oauth2/v2.0/token";
      return text(line.good(new Ask("POST", path, form)).body(), "access_token");
    }
  }

  static String text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException(name + " is not in " + json);
    }
    return found.group(1);
  }

  /** Asks over some connections for a while and prints a row. */
  static void measure(
      String name, int connections, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    long[] times = run(connections, seconds, opening, question);
    Arrays.sort(times);
    row(name, connections, times, seconds);
  }

  static void row(String name, int connections, long[] sorted, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.2f | %.2f | %.2f |%n",
        name,
        connections,
        sorted.length / seconds,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))] / 1e6;
  }

  static long[] run(int connections, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      lines.add(opening.call());
    }
    try (ExecutorService hands = Executors.newCachedThreadPool()) {
      List<Future<long[]>> working = new ArrayList<>();
      long end = System.nanoTime() + (long) (seconds * 1e9);
      for (Line line : lines) {
        working.add(
            hands.submit(
                () -> {
                  long[] times = new long[1024];
                  int count = 0;
                  long now = System.nanoTime();
                  while (now < end) {
                    line.good(question.next());
                    long then = System.nanoTime();
                    if (count == times.length) {
                      times = Arrays.copyOf(times, count * 2);
                    }
                    times[count++] = then - now;
                    now = then;
                  }
                  return Arrays.copyOf(times, count);
                }));
      }
      long[] all = new long[0];
      for (Future<long[]> one : working) {
        long[] some = one.get();
        all = Arrays.copyOf(all, all.length + some.length);
        System.arraycopy(some, 0, all, all.length - some.length, some.length);
      }
      return all;
    } finally {
      for (Line line : lines) {
        line.close();
      }
    }
  }

  static String newKey(String type) throws IOException {
    try (Line line = vault()) {
      String path = "/keys/bench-" + NUMBER.incrementAndGet() + "/create?api-version=7.4";
      return text(line.good(new Ask("POST", path, type)).body(), "kid");
    }
  }

  static String use(String kid, String operation) {
    return kid.substring(kid.indexOf("/keys/")) + "/" + operation + "?api-version=7.4";
  }

  static void wrapping(int bits, double seconds) throws Exception {
    String kid = newKey("{\"kty\":\"RSA\",\"key_size\":" + bits + "}");
    String plain = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"" + "A".repeat(43) + "\"}";
    Ask wrap = new Ask("POST", use(kid, "wrapkey"), plain);
    String wrapped;
    try (Line line = vault()) {
      wrapped = text(line.good(wrap).body(), "value");
    }
    String cipher = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"" + wrapped + "\"}";
    Ask unwrap = new Ask("POST", use(kid, "unwrapkey"), cipher);
    both("wrapKey RSA-" + bits, seconds, Load::vault, () -> wrap);
    both("unwrapKey RSA-" + bits, seconds, Load::vault, () -> unwrap);
  }

  static void both(String name, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    run(CONNECTIONS, seconds / 2, opening, question);
    measure(name, 1, seconds, opening, question);
    measure(name, CONNECTIONS, seconds, opening, question);
  }

  /** What a reader waits for while somebody makes big keys. */
  static void besides(double seconds, Ask read) throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<long[]> making =
          other.submit(
              () ->
                  run(
                      1,
                      seconds * 2,
                      Load::vault,
                      () -> create("{\"kty\":\"RSA\",\"key_size\":4096}")));
      measure("GET server, while RSA-4096 keys are made", 1, seconds * 2, Load::arm, () -> read);
      making.get();
    }
  }

  static Ask create(String type) {
    return new Ask(
        "POST", "/keys/bench-" + NUMBER.incrementAndGet() + "/create?api-version=7.4", type);
  }

  static String identity(String name) {
    return group + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + name;
  }

  static void geoServer(String name) throws Exception {
    String east = identity("id-orders-eastus");
    String west = identity("id-orders-westus");
    String body =
        """
        {"location":"eastus","sku":{"name":"Standard_D2ds_v5","tier":"GeneralPurpose"},
        "identity":{"type":"UserAssigned","userAssignedIdentities":{"%s":{},"%s":{}}},
        "properties":{"createMode":"Create","version":"16","storage":{"storageSizeGB":128},
        "backup":{"geoRedundantBackup":"Enabled"},
        "administratorLogin":"operator","administratorLoginPassword":"Bench-7est-Passw0rd",
        "dataEncryption":{"type":"AzureKeyVault",
        "primaryKeyURI":"https://kv-orders-eastus.vault.azure.net/keys/orders-kek","primaryUserAssignedIdentityId":"%s",
        "geoBackupKeyURI":"https://kv-orders-westus.vault.azure.net/keys/orders-west-kek","geoBackupUserAssignedIdentityId":"%s"}}}"""
            .formatted(east, west, east, west);
    String path = group + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/" + name + "?" + PG;
    try (Line line = arm()) {
      line.good(new Ask("PUT", path, body));
      Answer server = line.good(new Ask("GET", path, ""));
      while (!text(server.body(), "state").equals("Ready")) {
        server = line.good(new Ask("GET", path, ""));
      }
      if (!text(server.body(), "geoBackupEncryptionKeyStatus").equals("Valid")) {
        throw new IllegalStateException(server.body());
      }
    }
  }

  static void servers(String name, int count) throws Exception {
    long[] times = new long[count];
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      geoServer("bench-pg-" + NUMBER.incrementAndGet());
      times[i] = System.nanoTime() - before;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(times);
    row(name, 1, times, seconds);
  }

  public static void main(String[] arguments) throws Exception {
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      ENV.load(in);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(store);
    trust = SSLContext.getInstance("TLS");
    trust.init(null, managers.getTrustManagers(), null);
    double seconds = Double.parseDouble(arguments[2]);
    armToken = token("management.azure.com");
    vaultToken = token("vault.azure.net");
    String subscription = "/subscriptions/" + ENV.getProperty("AZURE_SUBSCRIPTION_ID");
    group = subscription + "/resourceGroups/rg-orders";

    System.out.println("| request | connections | a second | p50 ms | p99 ms | max ms |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    servers("server, customer-managed, geo-redundant, PUT to Ready: the first", 1);
    servers("the next 30", 30);
    Ask server =
        new Ask(
            "GET",
            group + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders-pg?" + PG,
            "");
    both("GET server", seconds, Load::arm, () -> server);
    Ask vaults =
        new Ask(
            "GET",
            subscription + "/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01",
            "");
    both("GET vaults of the subscription", seconds, Load::arm, () -> vaults);
    String bench = subscription + "/resourcegroups/rg-bench?api-version=2022-09-01";
    both(
        "PUT group with a tag (durable)",
        seconds,
        Load::arm,
        () ->
            new Ask(
                "PUT",
                bench,
                "{\"location\":\"eastus\",\"tags\":{\"n\":\"" + NUMBER.incrementAndGet() + "\"}}"));
    both(
        "create key P-256 (durable)",
        seconds,
        Load::vault,
        () -> create("{\"kty\":\"EC\",\"crv\":\"P-256\"}"));
    both(
        "create key RSA-2048 (durable)",
        seconds,
        Load::vault,
        () -> create("{\"kty\":\"RSA\",\"key_size\":2048}"));
    wrapping(2048, seconds);
    wrapping(4096, seconds);
    besides(seconds, server);
  }
}
