package dev.wrapkey.rotation;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;

/** {@code java RotationBench FOLDER ROUNDS}: prints a table. */
final class RotationBench {

  private static final List<String> SERVERS = List.of("orders-pg", "reporting-pg", "billing-pg");

  private RotationBench() {}

  /** A transport that writes down what passes. */
  private record Counted(HttpClient near, List<String> asked) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
      synchronized (asked) {
        asked.add(request.getHttpMethod() + " " + request.getUrl());
      }
      return near.sendSync(request, context);
    }

    long count(String pattern) {
      synchronized (asked) {
        return asked.stream().filter(line -> line.matches(pattern)).count();
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    VirtualTime time = VirtualTime.standingAt(new SystemTime().now());
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    try (PracticeCloud practice =
            PracticeCloud.open(folder.resolve("cloud"), time, new SecureRandom());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      System.out.println(
          "| server | data keys | wrapped by the service, operations (least) | our requests: vault | of these new"
              + " versions (least) | Resource Manager | of these changes (least) | ms, median (most) | cloud's time |");
      System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
      for (String server : SERVERS) {
        row(practice, time, threads, folder, server, rounds);
      }
    }
  }

  private static void row(
      PracticeCloud practice,
      VirtualTime time,
      ExecutorService threads,
      Path folder,
      String name,
      int rounds) {
    Counted wire = new Counted(practice.httpClient(), new ArrayList<>());
    Cloud cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                wire, PracticeCloud.TENANT, PracticeCloud.CLIENT, practice.clientSecret()));
    GuidedRotation rotation =
        new GuidedRotation(
            cloud,
            time,
            Retry.Policy.STANDARD,
            threads,
            Optional.of(WrapProof.of(practice.inspector())),
            folder.resolve("rotations"));
    long[] took = new long[rounds];
    String counts = "";
    for (int i = 0; i < rounds; i++) {
      Server server =
          cloud.servers().list(PracticeCloud.SUBSCRIPTION).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      Set<Purpose> purposes =
          server.encryption().geo().isPresent()
              ? Set.of(Purpose.values())
              : Set.of(Purpose.PRIMARY);
      wire.asked().clear();
      var before = time.now();
      long begun = System.nanoTime();
      RotationOutcome outcome =
          rotation.run(
              rotation.begin(RotationOrder.newVersion(server, purposes)),
              event -> {},
              new Cancellation());
      took[i] = (System.nanoTime() - begun) / 1_000_000;
      if (!(outcome instanceof RotationOutcome.Succeeded)) {
        throw new IllegalStateException("not the rotation that is measured: " + outcome);
      }
      Inspector.LastRotation last =
          practice.inspector().look(server.id().toString()).orElseThrow().rotation().orElseThrow();
      boolean followed = server.encryption().key().orElseThrow().version().isEmpty();
      counts =
          "%d | %d (%d) | %d | %d (%d) | %d | %d (%d)"
              .formatted(
                  last.keysRewrapped(),
                  last.keyOperations(),
                  2 * last.keysRewrapped(),
                  wire.count(".* https://[^/]*\\.vault\\.azure\\.net.*"),
                  wire.count("POST .*/rotate.*"),
                  purposes.size(),
                  wire.count(".* https://management\\.azure\\.com.*"),
                  wire.count("PATCH .*"),
                  followed ? 0 : 1)
              + " | %s | "
              + java.time.Duration.between(before, time.now()).toString().substring(2);
    }
    Arrays.sort(took);
    System.out.printf(
        "| %s | " + counts + " |%n", name, took[rounds / 2] + " (" + took[rounds - 1] + ")");
  }
}
