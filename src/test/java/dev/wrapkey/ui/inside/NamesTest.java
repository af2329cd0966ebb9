package dev.wrapkey.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.encryption.WrappedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void aKindIsSaidInWordsAndAnUnknownOneStandsForItself() {
    assertThat(Names.volume("data")).isEqualTo("Data");
    assertThat(Names.volume("wal")).isEqualTo("Write-ahead log");
    assertThat(Names.volume("backup-001772442300000"))
        .isEqualTo("Backup of 2026-03-02 09:05:00 UTC");
    assertThat(Names.volume("geo-001772442300000"))
        .isEqualTo("Geo backup of 2026-03-02 09:05:00 UTC");
    assertThat(Names.volume("undo")).isEqualTo("undo");
  }

  @Test
  void aKeyIsSaidWithBothEndsOfItsVersion() {
    assertThat(
            Names.key(
                "https://kv-orders-eastus.vault.azure.net/keys/orders-kek/0123456789abcdef0123456789abcdef"))
        .isEqualTo("orders-kek / 0123…cdef");
  }

  @Test
  void theMomentOfAWrappingThatNobodyToldIsNotMadeUp() {
    assertThat(Names.wrappedAt(wrappedAt(Instant.EPOCH))).isEqualTo("Not told");
    assertThat(Names.wrappedAt(wrappedAt(NOON))).isEqualTo("2026-03-02 12:00:00");
  }

  private static StoredKey wrappedAt(Instant when) {
    WrappedKey wrapped = new WrappedKey("v", "RSA-OAEP-256", new byte[1]);
    return new StoredKey(OptionalInt.of(0), 0, "id", wrapped, when, 0, Optional.empty());
  }

  @Test
  void workCountsFromTheFirstWrappingByTheVersionAndLeavesRefusedCallsOut() {
    List<Inspector.Call> log =
        List.of(
            call(60, "unwrapKey", "new", 200),
            call(30, "unwrapKey", "new", 403),
            call(10, "wrapKey", "new", 200),
            call(0, "wrapKey", "new", 200),
            call(0, "unwrapKey", "old", 200),
            call(-60, "wrapKey", "new", 403),
            call(-60, "unwrapKey", "old", 200));
    assertThat(KeyWork.of("https://v/keys/k/new", log)).contains(new KeyWork(NOON, 2, 2));
    assertThat(KeyWork.of("https://v/keys/k/newer", log)).isEmpty();
  }

  private static Inspector.Call call(long seconds, String operation, String version, int status) {
    return new Inspector.Call(NOON.plusSeconds(seconds), operation, version, "id", status);
  }
}
