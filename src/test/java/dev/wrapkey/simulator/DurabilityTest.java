package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.Inspector.Storage;
import dev.wrapkey.simulator.Practice.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What outlives the program, and what must never be found in the state folder. */
class DurabilityTest {

  @TempDir Path folder;

  @Test
  void everythingIsThereAfterClosingAndOpening() throws Exception {
    String key;
    String secret;
    Storage before;
    try (Practice practice = new Practice(folder)) {
      key = practice.keys("kv-orders-eastus").rotateKey("orders-kek").getId();
      new Orders(practice).create("kept-pg", Orders.encrypted(key, "id-orders-eastus"));
      before = practice.cloud.inspector().look(Orders.id("kept-pg")).orElseThrow();
      secret = practice.cloud.clientSecret();
    }
    try (Practice practice = new Practice(folder)) {
      assertThat(practice.cloud.clientSecret()).isEqualTo(secret);
      assertThat(practice.get(Orders.url("kept-pg")).json().at("/properties/state").asText())
          .isEqualTo("Ready");
      assertThat(practice.keys("kv-orders-eastus").getKey("orders-kek").getId()).isEqualTo(key);
      Storage after = practice.cloud.inspector().look(Orders.id("kept-pg")).orElseThrow();
      assertThat(after.wrapped()).isEqualTo(before.wrapped());
      assertThat(after.calls()).isEqualTo(before.calls());
      assertThat(practice.cloud.inspector().page(Orders.id("kept-pg"), 0)).isPresent();
    }
  }

  @Test
  void aSecondProgramIsToldWhichFolderIsInUse() throws Exception {
    try (Practice first = new Practice(folder)) {
      assertThatThrownBy(() -> new Practice(folder))
          .isInstanceOf(StateInUse.class)
          .hasMessageContaining(folder.toString());
      assertThat(first.get(Orders.url("orders-pg")).status()).isEqualTo(200);
    }
  }

  @Test
  void theClockNeverRunsBackwards() throws Exception {
    try (Practice practice = new Practice(folder)) {
      practice.time.jump(Duration.ofDays(91));
    }
    try (Practice practice = new Practice(folder)) {
      assertThat(practice.time.now()).isAfterOrEqualTo(Practice.START.plus(Duration.ofDays(91)));
    }
  }

  /** A copy of the folder taken while the program runs is what a kill would have left. */
  @Test
  void aKilledProgramLeavesEveryAcknowledgedChange(@TempDir Path copy) throws Exception {
    Path killed = copy.resolve("state");
    Storage before;
    java.time.Instant seen;
    try (Practice practice = new Practice(folder)) {
      Orders orders = new Orders(practice);
      orders.create(
          "first-pg",
          Orders.encrypted(Orders.key("kv-orders-eastus", "orders-kek"), "id-orders-eastus"));
      String fresh = practice.keys("kv-orders-eastus").rotateKey("orders-kek").getId();
      practice.send("PATCH", Orders.url("first-pg"), Orders.change(fresh, "id-orders-eastus"));
      before = practice.cloud.inspector().look(Orders.id("first-pg")).orElseThrow();
      practice.time.jump(Duration.ofMinutes(10));
      practice.get(Orders.url("first-pg"));
      seen = practice.time.now();
      copy(folder, killed);
    }
    try (Practice practice = new Practice(killed)) {
      Storage after = practice.cloud.inspector().look(Orders.id("first-pg")).orElseThrow();
      assertThat(after.wrapped()).isEqualTo(before.wrapped());
      assertThat(after.digest()).isEqualTo(before.digest());
      assertThat(practice.time.now()).isAfterOrEqualTo(seen);
      assertThat(practice.get(Orders.url("first-pg")).json().at("/properties/state").asText())
          .isEqualTo("Ready");
      assertThat(practice.cloud.inspector().page(Orders.id("first-pg"), 63)).isPresent();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void noFileAndNoAnswerHoldsThePassword() throws Exception {
    Stream.Builder<String> answers = Stream.builder();
    try (Practice practice = Practice.unprepared(folder)) {
      Orders orders = new Orders(practice);
      Answer accepted = orders.put("canary-pg", Orders.plain());
      answers.add(accepted.body());
      answers.add(orders.outcome(accepted).body());
      answers.add(practice.get(Orders.url("canary-pg")).body());
      answers.add(orders.put("canary-2-pg", Orders.plain().replace("\"17\"", "\"9\"")).body());
      assertThat(answers.build()).noneMatch(a -> a.contains(Orders.PASSWORD));
      assertThat(files(folder)).noneMatch(content -> content.contains(Orders.PASSWORD));
    }
    assertThat(files(folder)).noneMatch(content -> content.contains(Orders.PASSWORD));
  }

  @Test
  void noFileHoldsTheClientSecret() throws Exception {
    try (Practice practice = Practice.unprepared(folder)) {
      String secret = practice.cloud.clientSecret();
      assertThat(secret.length()).isGreaterThan(30);
      String encoded =
          Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.US_ASCII));
      assertThat(files(folder))
          .noneMatch(content -> content.contains(secret))
          .noneMatch(content -> content.contains(encoded.substring(0, 24)));
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(DurabilityTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // there the folder of a person's data is theirs already
  void onlyTheOwnerMayReadTheState() throws Exception {
    try (Practice practice = Practice.unprepared(folder)) {
      assertThat(practice.time).isNotNull();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("root.key"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aStateWithoutItsKeyFileIsNotReplaced() throws Exception {
    try (Practice practice = Practice.unprepared(folder)) {
      assertThat(practice.time).isNotNull();
    }
    Files.delete(folder.resolve("root.key"));
    assertThatThrownBy(() -> Practice.unprepared(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("root.key");
    assertThat(folder.resolve("root.key")).doesNotExist();
  }
}
