package dev.wrapkey.preflight;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.azure.AzureCloud;
import dev.wrapkey.azure.AzureConnection;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** {@code java PreflightBench FOLDER ROUNDS}: prints a table. */
final class PreflightBench {

  private static final String SERVER = "billing-pg";

  private PreflightBench() {}

  /** A transport that waits before every answer, and counts. */
  private record Far(HttpClient near, Duration delay, AtomicInteger asked) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
      asked.incrementAndGet();
      try {
        Thread.sleep(delay);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return near.sendSync(request, context);
    }
  }

  public static void main(String[] arguments) throws Exception {
    VirtualTime time = new VirtualTime(new SystemTime().now(), 1);
    int rounds = Integer.parseInt(arguments[1]);
    try (PracticeCloud practice =
            PracticeCloud.open(Path.of(arguments[0], "cloud"), time, new SecureRandom());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      System.out.println("| wait before an answer | how | rules | requests | first, ms | median, ms | longest, ms |");
      System.out.println("|---|---|---:|---:|---:|---:|---:|");
      for (int wait : new int[] {0, 50, 150}) {
        row(practice, time, wait, "at once", threads, rounds);
        row(practice, time, wait, "one after the other", Runnable::run, Math.min(rounds, 5));
      }
    }
  }

  private static void row(
      PracticeCloud practice, VirtualTime time, int wait, String how, Executor executor, int rounds) {
    AtomicInteger asked = new AtomicInteger();
    Cloud cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                new Far(practice.httpClient(), Duration.ofMillis(wait), asked),
                PracticeCloud.TENANT,
                PracticeCloud.CLIENT,
                practice.clientSecret()));
    Subject subject = subject(cloud);
    asked.set(0);
    long[] took = new long[rounds];
    int rules = 0;
    int requests = 0;
    for (int i = 0; i < rounds; i++) {
      int before = asked.get();
      long begun = System.nanoTime();
      Report report =
          new Preflight(cloud, time, executor).run(subject, check -> {}, new Cancellation());
      took[i] = (System.nanoTime() - begun) / 1_000_000;
      rules = report.checks().size();
      requests = asked.get() - before;
      if (report.obstructs() || !report.unseen().isEmpty()) {
        throw new IllegalStateException("not the report that is measured: " + report);
      }
    }
    long first = took[0];
    Arrays.sort(took);
    System.out.printf(
        "| %d ms | %s | %d | %d | %d | %d | %d |%n",
        wait, how, rules, requests, first, took[rounds / 2], took[rounds - 1]);
  }

  private static Subject subject(Cloud cloud) {
    for (Subscription subscription : cloud.directory().subscriptions()) {
      for (Server server : cloud.servers().list(subscription.id())) {
        if (server.name().equals(SERVER)) {
          return Subject.of(
              server,
              subscription,
              cloud.directory().regions(subscription.id()).stream()
                  .filter(region -> region.is(server.region()))
                  .findFirst()
                  .flatMap(Region::pair));
        }
      }
    }
    throw new IllegalStateException("no " + SERVER);
  }
}
