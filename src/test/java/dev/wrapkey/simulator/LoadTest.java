package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.simulator.world.Connection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows for servers, so that there is something to lose. */
class LoadTest {

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Connection connect() {
    return practice.cloud.connect(new Connection.Attempt("orders-pg", "", "", "", ""));
  }

  private Load.Outcome load(int mebibytes) {
    return practice.cloud.load("orders-pg", mebibytes, Load.Watch.TO_THE_END);
  }

  @Test
  void theRowsAreThereAlsoAfterARestart() throws StateInUse {
    Connection before = connect();
    List<Long> steps = new ArrayList<>();
    Load.Outcome done =
        practice.cloud.load("orders-pg", 3, (reached, of) -> steps.add(reached) && of == 3 * 128);
    assertThat(done.complete()).isTrue();
    assertThat(done.pages()).isBetween(3L * 128, 3L * 128 + 128);
    assertThat(steps).isSorted().hasSizeGreaterThan(2).last().isEqualTo(3L * 128);
    assertThat(connect().rows()).isEqualTo(before.rows() + done.rows());
    practice.close();
    practice = new Practice(folder);
    assertThat(connect().rows()).isEqualTo(before.rows() + done.rows());
    assertThat(connect().pages()).isEqualTo(before.pages() + done.pages());
  }

  @Test
  void aLoadCanBeEnded() {
    Load.Outcome done = practice.cloud.load("orders-pg", 64, (_, _) -> false);
    assertThat(done.complete()).isFalse();
    assertThat(done.refusal()).isEmpty();
    assertThat(done.pages()).isBetween(1L, 256L);
  }

  @Test
  void theLogIsInAVolumeOfItsOwnAndATemporaryFileTakesTheSort() {
    load(1);
    Inspector.Storage storage =
        practice.cloud.inspector().look(Orders.id("orders-pg")).orElseThrow();
    assertThat(storage.volumes())
        .filteredOn(volume -> volume.kind().equals("wal") || volume.kind().equals("temp"))
        .hasSize(2)
        .allSatisfy(volume -> assertThat(volume.facts().pages()).isPositive());
  }

  @Test
  void aServerThatStoppedTakesNoRows() {
    practice.send("POST", Orders.url("orders-pg").replace("?", "/stop?"), "");
    practice.time.jump(Duration.ofMinutes(10));
    Load.Outcome refused = load(1);
    assertThat(refused.rows()).isZero();
    assertThat(refused.refusal())
        .isEqualTo("orders-pg is in state Stopped; rows can be written when it is Ready.");
  }

  @Test
  void aKeyThatIsLostMeanwhileEndsTheLoadAndWhatWasWrittenStays() {
    String key =
        practice
            .cloud
            .inspector()
            .look(Orders.id("orders-pg"))
            .orElseThrow()
            .wrapped()
            .keyVersion();
    long before = connect().rows();
    Load.Outcome ended =
        practice.cloud.load(
            "orders-pg",
            64,
            (_, _) -> {
              attributes(key, false);
              practice.time.jump(Duration.ofHours(1));
              return true;
            });
    assertThat(ended.complete()).isFalse();
    assertThat(ended.refusal()).contains("orders-pg is inaccessible");
    attributes(key, true);
    practice.time.jump(Duration.ofHours(2));
    assertThat(connect().rows()).isEqualTo(before + ended.rows());
  }

  private void attributes(String key, boolean enabled) {
    practice.send(
        "PATCH", key + "?api-version=7.4", "{\"attributes\": {\"enabled\": " + enabled + "}}");
  }

  @Test
  void sizesOutsideTheBoundsAreRefused() {
    assertThatThrownBy(() -> load(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> load(1025)).isInstanceOf(IllegalArgumentException.class);
  }
}
