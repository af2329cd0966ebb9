package dev.wrapkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway as a program of its own, under load from all sides, is killed with SIGKILL at random
 * instants and started again. How often: {@code -Dwrapkey.kills}, and {@code -Dwrapkey.seed}
 * repeats the instants. {@code -Dwrapkey.app=target/app} kills the program as built.
 */
@Tag("long")
class KilledGatewayTest {

  private static final int KILLS = Integer.getInteger("wrapkey.kills", 2);
  private static final long SEED =
      Long.getLong("wrapkey.seed", new SecureRandom().nextInt(1_000_000));
  private static final int LONGEST_MILLIS = 600;
  private static final int FIRST_WRITES = 6;
  private static final String VAULT = "kv-orders-eastus";

  @TempDir private Path folder;
  private final List<Duration> restarts = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Keys> keys = new ArrayList<>();
  private final List<Servers> servers = new ArrayList<>();
  private Path state = Path.of("");
  private Program program;
  private GatewayProcess gateway;

  @AfterEach
  void nothingIsLeftRunning() throws InterruptedException {
    if (gateway != null) {
      gateway.endAnyhow();
    }
  }

  @Test
  void nothingThatWasAcknowledgedIsLost() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    state = folder.resolve("state");
    program = Program.in(folder);
    settle();
    int early = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      if (random.nextInt(6) == 0) {
        early++;
        gateway = start();
        gateway.killAfter(random.nextLong(restarts.getLast().toMillis()));
      }
      live(random, kill);
    }
    lookAtEverything();
    report(early);
    assertThat(Files.readString(state.resolve("errors"))).doesNotContain("SEVERE", "Exception");
    assertThat(acknowledged()).isGreaterThan(FIRST_WRITES * workers.size() + KILLS / 2);
  }

  private GatewayProcess start() throws IOException {
    return GatewayProcess.start(state, program.command(false));
  }

  /** The first start: makes what the workers begin with. */
  private void settle() throws Exception {
    gateway = GatewayProcess.start(state, program.command(true));
    gateway.ready();
    try (Wire wire = Wire.to(state)) {
      String identity =
          wire.manage(
                  "GET",
                  "/resourceGroups/rg-orders/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-eastus",
                  "2023-01-31",
                  "")
              .json()
              .path("id")
              .asText();
      JsonNode versions =
          wire.vault("GET", "https://" + VAULT + ".vault.azure.net/keys/orders-kek/versions", "")
              .json()
              .path("value");
      List<String> pinned = new ArrayList<>();
      versions.forEach(one -> pinned.add(one.path("kid").asText()));
      assertThat(pinned).hasSize(2);
      for (int i = 1; i <= 2; i++) {
        workers.add(new Groups("rg-crash-" + i));
        keys.add(new Keys(VAULT, "crash-kek-" + i));
        servers.add(new Servers("rg-orders", "crash-pg-" + i + "-", identity, pinned));
      }
      workers.addAll(keys);
      workers.addAll(servers);
      workers.add(new Signers(VAULT, "crash-ec"));
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < FIRST_WRITES * workers.size(); i++) {
        workers.get(i % workers.size()).work(wire, random);
      }
    }
    gateway.stop();
    gateway = start();
    restarts.add(gateway.ready());
    gateway.killAfter(0);
  }

  private void live(SplittableRandom random, int kill) throws Exception {
    gateway = start();
    restarts.add(gateway.ready());
    try (Wire wire = Wire.to(state);
        ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Worker worker : workers) {
        worker.verify(wire);
      }
      List<Future<?>> working = new ArrayList<>();
      for (Worker worker : workers) {
        SplittableRandom own = random.split();
        working.add(hands.submit(() -> workUntilItDies(worker, wire, own)));
      }
      int before = acknowledged();
      while (acknowledged() == before && working.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
      int patience = random.nextInt(10) == 0 ? 5 : 1;
      gateway.killAfter(random.nextLong(LONGEST_MILLIS * patience));
      for (Future<?> one : working) {
        one.get();
      }
    } catch (AssertionError | java.util.concurrent.ExecutionException lost) {
      throw new AssertionError("seed " + SEED + ", kill " + kill, lost);
    }
  }

  private static void workUntilItDies(Worker worker, Wire wire, SplittableRandom random) {
    try {
      while (true) {
        worker.work(wire, random);
      }
    } catch (IOException died) {
      assertThat(died).isNotNull();
    }
  }

  /** Over the wire, and then, with nobody serving, the bytes of every server. */
  private void lookAtEverything() throws Exception {
    gateway = start();
    gateway.ready();
    try (Wire wire = Wire.to(state)) {
      for (Worker worker : workers) {
        worker.verify(wire);
      }
      for (Keys one : keys) {
        one.verifyAll(wire);
      }
    }
    gateway.killAfter(0);
    VirtualTime time = new VirtualTime(new SystemTime().now(), 1);
    Path practice;
    try (Stream<Path> all = Files.walk(state)) {
      practice = all.filter(f -> f.endsWith("root.key")).findFirst().orElseThrow().getParent();
    }
    try (PracticeCloud cloud = PracticeCloud.open(practice, time, new SecureRandom())) {
      for (Servers some : servers) {
        for (String name : some.names()) {
          look(cloud.inspector(), name);
        }
      }
    }
  }

  private static void look(Inspector inspector, String name) {
    String id =
        "/subscriptions/"
            + PracticeCloud.SUBSCRIPTION
            + "/resourceGroups/rg-orders/providers/Microsoft.DBforPostgreSQL/flexibleServers/"
            + name;
    Inspector.Storage storage = inspector.look(id).orElseThrow();
    for (long page = 0; page < storage.pages(); page++) {
      assertThat(inspector.page(id, page)).as("page %d of %s", page, name).isPresent();
    }
  }

  private int acknowledged() {
    return workers.stream().mapToInt(Worker::acknowledged).sum();
  }

  private void report(int early) throws IOException {
    List<Duration> sorted = restarts.stream().sorted().toList();
    String line =
        "crash: seed %d, %d kills under load, %d kills while starting, %d writes acknowledged, none lost; restart median %d ms, max %d ms"
            .formatted(
                SEED,
                KILLS,
                early,
                acknowledged(),
                sorted.get(sorted.size() / 2).toMillis(),
                Collections.max(sorted).toMillis());
    Path report = Path.of("target", "crash.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, line + System.lineSeparator());
    System.out.println(line);
  }
}
