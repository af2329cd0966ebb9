package dev.wrapkey.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import reactor.core.publisher.Mono;

/** The same lists by one question about everything and by many about parts, side by side. */
final class GraphBench {

  private static final List<String> SUBSCRIPTIONS =
      List.of("facade00-0000-4000-a000-0000000000a1", "facade00-0000-4000-a000-0000000000a2");

  private final VirtualTime time = VirtualTime.standingAt(new SystemTime().now());
  private final AtomicInteger requests = new AtomicInteger();

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("com.azure").setLevel(Level.OFF);
    new GraphBench()
        .run(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    System.exit(0);
  }

  private void run(Path folder, int servers, int vaults, int rounds) throws Exception {
    try (PracticeCloud practice = PracticeCloud.open(folder, time, new SecureRandom())) {
      AzureConnection connection =
          AzureConnection.servicePrincipal(
              new Counting(practice.httpClient(), requests),
              PracticeCloud.TENANT,
              PracticeCloud.CLIENT,
              practice.clientSecret());
      long begun = System.nanoTime();
      makeVaults(connection, vaults);
      System.out.printf("%d vaults made in %.0f s%n", vaults, (System.nanoTime() - begun) / 1e9);
      begun = System.nanoTime();
      makeServers(new AzureCloud(connection), servers);
      System.out.printf("%d servers made in %.0f s%n", servers, (System.nanoTime() - begun) / 1e9);
      // Another session, for which nothing was changed a moment ago.
      AzureCloud cloud = new AzureCloud(connection);
      KeyStores.Where where = new KeyStores.Where(SUBSCRIPTIONS.getFirst(), "westeurope");
      compare(
          "servers",
          rounds,
          () -> {
            AtomicInteger found = new AtomicInteger();
            cloud
                .servers()
                .whereabouts(SUBSCRIPTIONS, new Cancellation(), page -> found.addAndGet(page.size()));
            return found.get();
          },
          () -> SUBSCRIPTIONS.stream().mapToInt(id -> cloud.servers().list(id).size()).sum());
      compare(
          "key vaults",
          rounds,
          () -> count(page -> cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, where, new Cancellation(), page)),
          () ->
              count(
                  page ->
                      cloud
                          .keyStores()
                          .list(
                              KeyStore.Kind.KEY_VAULT,
                              where.subscription(),
                              new Cancellation(),
                              page)));
    }
  }

  private interface Way {
    int find();
  }

  private interface Listing {
    void into(java.util.function.Consumer<List<KeyStore>> page);
  }

  private static int count(Listing listing) {
    AtomicInteger found = new AtomicInteger();
    listing.into(page -> found.addAndGet(page.size()));
    return found.get();
  }

  private void compare(String what, int rounds, Way graph, Way direct) {
    double[] byGraph = new double[rounds];
    double[] directly = new double[rounds];
    String counts = "";
    for (int i = -1; i < rounds; i++) {
      requests.set(0);
      long begun = System.nanoTime();
      int found = graph.find();
      double first = (System.nanoTime() - begun) / 1e6;
      int asked = requests.getAndSet(0);
      begun = System.nanoTime();
      int again = direct.find();
      double second = (System.nanoTime() - begun) / 1e6;
      counts =
          "%d found by graph in %d requests, %d directly in %d"
              .formatted(found, asked, again, requests.get());
      if (i >= 0) {
        byGraph[i] = first;
        directly[i] = second;
      }
    }
    Arrays.sort(byGraph);
    Arrays.sort(directly);
    double one = byGraph[rounds / 2];
    double many = directly[rounds / 2];
    System.out.printf(
        "%s: %s; median of %d: %.0f ms by graph (%.0f-%.0f), %.0f ms directly (%.0f-%.0f), ratio %.2f%n",
        what,
        counts,
        rounds,
        one,
        byGraph[0],
        byGraph[rounds - 1],
        many,
        directly[0],
        directly[rounds - 1],
        many / one);
  }

  private static void makeVaults(AzureConnection connection, int number) {
    String body =
        "{\"location\":\"%s\",\"properties\":{\"tenantId\":\""
            + PracticeCloud.TENANT
            + "\",\"sku\":{\"family\":\"A\",\"name\":\"standard\"},\"enableRbacAuthorization\":true,"
            + "\"enablePurgeProtection\":true,\"accessPolicies\":[]}}";
    ArmClients clients = new ArmClients(connection);
    String url =
        "https://management.azure.com/subscriptions/%s/resourceGroups/rg-security/providers/Microsoft.KeyVault/vaults/kv-bench-%05d?api-version=2023-07-01";
    for (int i = 0; i < number; i++) {
      HttpRequest put =
          new HttpRequest(
              com.azure.core.http.HttpMethod.PUT, url.formatted(SUBSCRIPTIONS.getFirst(), i));
      put.setHeader(com.azure.core.http.HttpHeaderName.CONTENT_TYPE, "application/json");
      put.setBody(body.formatted(i % 4 == 0 ? "westeurope" : "eastus"));
      try (HttpResponse made = clients.pipeline().sendSync(put, Context.NONE)) {
        if (made.getStatusCode() >= 300) {
          throw AzureFailures.of(made);
        }
      }
    }
  }

  private void makeServers(AzureCloud cloud, int number) {
    List<RunningOperation> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      running.add(cloud.servers().create(plan("bench-" + i + "-pg")));
      if (running.size() == 50 || i == number - 1) {
        time.jump(Duration.ofMinutes(10));
        for (RunningOperation each : running) {
          while (!each.poll()) {
            time.jump(Duration.ofMinutes(1));
          }
        }
        running.clear();
      }
    }
  }

  private static Plan plan(String name) {
    return new Plan(
        new Plan.Basics(
            new Subscription(SUBSCRIPTIONS.getFirst(), "Practice Production"),
            "rg-orders",
            false,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Bench-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, false, List.of()),
        DataEncryption.serviceManaged(),
        new TreeMap<>());
  }

  /** Counts requests to Resource Manager. */
  private record Counting(HttpClient way, AtomicInteger requests) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
      requests.incrementAndGet();
      return way.send(request, context);
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
      requests.incrementAndGet();
      return way.sendSync(request, context);
    }
  }
}
