import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a gateway that serves, over loopback, as fast as a few connections can, for a few seconds a
 * question, and prints a table.
 *
 * <p>{@code java Load.java PRACTICE_ENV CA_PEM SECONDS [NAME...]}
 */
final class Load {

  private static final String PG = "api-version=2024-08-01";
  private static final AtomicInteger NUMBER =
      new AtomicInteger((int) (System.nanoTime() & 0xffffff));

  private final Gate gate;
  private final double seconds;
  private final String subscription;
  private final String group;

  private Load(Gate gate, double seconds) {
    this.gate = gate;
    this.seconds = seconds;
    subscription = "/subscriptions/" + gate.env.getProperty("AZURE_SUBSCRIPTION_ID");
    group = subscription + "/resourceGroups/rg-orders";
  }

  private String newKey(String type) throws IOException {
    try (Line line = gate.vault()) {
      String path = "/keys/bench-" + NUMBER.incrementAndGet() + "/create?api-version=7.4";
      return Gate.text(line.good(new Line.Ask("POST", path, type)).body(), "kid");
    }
  }

  private static String use(String kid, String operation) {
    return kid.substring(kid.indexOf("/keys/")) + "/" + operation + "?api-version=7.4";
  }

  private void wrapping(int bits) throws Exception {
    String kid = newKey("{\"kty\":\"RSA\",\"key_size\":" + bits + "}");
    String plain = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"" + "A".repeat(43) + "\"}";
    Line.Ask wrap = new Line.Ask("POST", use(kid, "wrapkey"), plain);
    String wrapped;
    try (Line line = gate.vault()) {
      wrapped = Gate.text(line.good(wrap).body(), "value");
    }
    String cipher = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"" + wrapped + "\"}";
    Line.Ask unwrap = new Line.Ask("POST", use(kid, "unwrapkey"), cipher);
    Table.both("wrapKey RSA-" + bits, seconds, gate::vault, () -> wrap);
    Table.both("unwrapKey RSA-" + bits, seconds, gate::vault, () -> unwrap);
  }

  /** What a reader waits for while somebody makes big keys. */
  private void besides(Line.Ask read) throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<long[]> making =
          other.submit(
              () ->
                  Table.run(
                      1,
                      seconds * 2,
                      gate::vault,
                      () -> create("{\"kty\":\"RSA\",\"key_size\":4096}")));
      Table.measure(
          "GET server, while RSA-4096 keys are made", 1, seconds * 2, gate::arm, () -> read);
      making.get();
    }
  }

  private static Line.Ask create(String type) {
    return new Line.Ask(
        "POST", "/keys/bench-" + NUMBER.incrementAndGet() + "/create?api-version=7.4", type);
  }

  private String identity(String name) {
    return group + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + name;
  }

  private void geoServer(String name) throws Exception {
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
    try (Line line = gate.arm()) {
      line.good(new Line.Ask("PUT", path, body));
      Line.Answer server = line.good(new Line.Ask("GET", path, ""));
      while (!Gate.text(server.body(), "state").equals("Ready")) {
        server = line.good(new Line.Ask("GET", path, ""));
      }
      if (!Gate.text(server.body(), "geoBackupEncryptionKeyStatus").equals("Valid")) {
        throw new IllegalStateException(server.body());
      }
    }
  }

  private void servers(String name, int count) throws Exception {
    long[] times = new long[count];
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      geoServer("bench-pg-" + NUMBER.incrementAndGet());
      times[i] = System.nanoTime() - before;
    }
    double took = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(times);
    Table.row(name, 1, times, took);
  }

  private void resources() throws Exception {
    servers("server, customer-managed, geo-redundant, PUT to Ready: the first", 1);
    servers("the next 30", 30);
    Table.both("GET server", seconds, gate::arm, this::server);
    Line.Ask vaults =
        new Line.Ask(
            "GET",
            subscription + "/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01",
            "");
    Table.both("GET vaults of the subscription", seconds, gate::arm, () -> vaults);
    String bench = subscription + "/resourcegroups/rg-bench?api-version=2022-09-01";
    Table.both(
        "PUT group with a tag (durable)",
        seconds,
        gate::arm,
        () ->
            new Line.Ask(
                "PUT",
                bench,
                "{\"location\":\"eastus\",\"tags\":{\"n\":\"" + NUMBER.incrementAndGet() + "\"}}"));
  }

  private Line.Ask server() {
    return new Line.Ask(
        "GET",
        group + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/orders-pg?" + PG,
        "");
  }

  private void keys() throws Exception {
    Table.both(
        "create key P-256 (durable)",
        seconds,
        gate::vault,
        () -> create("{\"kty\":\"EC\",\"crv\":\"P-256\"}"));
    Table.both(
        "create key RSA-2048 (durable)",
        seconds,
        gate::vault,
        () -> create("{\"kty\":\"RSA\",\"key_size\":2048}"));
    wrapping(2048);
    wrapping(4096);
    besides(server());
  }

  public static void main(String[] arguments) throws Exception {
    Gate gate = new Gate(Path.of(arguments[0]), Path.of(arguments[1]));
    Load load = new Load(gate, Double.parseDouble(arguments[2]));
    Table.head();
    load.resources();
    load.keys();
  }
}
