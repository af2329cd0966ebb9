package dev.wrapkey.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.simulator.world.KeyHistory;
import dev.wrapkey.simulator.world.Subscription;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state of an older form is brought up to date; one of a newer form is left alone. */
class MigrationTest {

  private static final String HISTORY =
      "{\"id\":\"v/DATA\",\"turns\":[{\"at\":\"2026-03-02T09:00:00Z\",\"works\":false}]}";

  @TempDir Path folder;

  /** A state as a program of that time wrote it. */
  private Path older(Map<String, String> notes) {
    Path path = folder.resolve("state.mv");
    MVStore file = new MVStore.Builder().fileName(path.toString()).autoCommitDisabled().open();
    notes.forEach(file.<String, String>openMap("notes")::put);
    file.<String, String>openMap("keyHistories").put("v/DATA", HISTORY);
    file.<String, String>openMap("subscriptions").put("1", "{\"id\":\"1\",\"name\":\"One\"}");
    file.commit();
    file.close(0);
    return path;
  }

  private void isUpToDate() throws FolderLocked {
    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(store.note("format")).contains("2");
      assertThat(store.note("clientSecret")).contains("sealed");
      assertThat(store.table("subscriptions", Subscription.class).all())
          .containsExactly(new Subscription("1", "One"));
      KeyHistory history =
          store.table("keyHistories", KeyHistory.class).get("v/DATA").orElseThrow();
      assertThat(history.spells()).isEmpty();
      assertThat(history.turns()).hasSize(1);
    }
  }

  @Test
  void aStateOfVersionOneIsBroughtUpAndTheOldFileIsKept() throws Exception {
    Path state = older(Map.of("format", "1", "clientSecret", "sealed"));
    byte[] before = Files.readAllBytes(state);
    isUpToDate();
    assertThat(folder.resolve("state.mv.v1")).hasBinaryContent(before);
    isUpToDate();
  }

  @Test
  void aStateFromBeforeTheStampIsBroughtUpThroughAllSteps() throws Exception {
    older(Map.of("clientSecret", "sealed"));
    isUpToDate();
    assertThat(folder.resolve("state.mv.v0")).exists();
  }

  @Test
  void aStateOfANewerProgramIsNotTouchedAndSaysSo() throws Exception {
    Path state = older(Map.of("format", "99"));
    byte[] before = Files.readAllBytes(state);
    assertThatThrownBy(() -> DurableStore.open(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("made by a newer Wrapkey")
        .hasMessageContaining("99");
    assertThat(state).hasBinaryContent(before);
    assertThatThrownBy(() -> DurableStore.open(folder)).hasMessageContaining("newer");
  }

  /** What a kill in the middle leaves: the old file, and drafts in any condition. */
  @Test
  void whatAKilledMigrationLeftIsNoHindrance() throws Exception {
    Path state = older(Map.of("format", "1", "clientSecret", "sealed"));
    Files.write(folder.resolve("state.mv.new"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("state.mv.v1.new"), new byte[] {4});
    Files.copy(state, folder.resolve("state.mv.v1"));
    isUpToDate();
    assertThat(folder.resolve("state.mv.new")).doesNotExist();
  }

  @Test
  void aStepThatFailsLeavesTheOldState() throws Exception {
    Path state = older(Map.of("format", "1", "clientSecret", "sealed"));
    byte[] before = Files.readAllBytes(state);
    assertThatThrownBy(
            () ->
                new StateFile(state)
                    .rewrite(
                        half -> {
                          half.removeMap("subscriptions");
                          half.commit();
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    assertThat(state).hasBinaryContent(before);
    isUpToDate();
  }

  @Test
  void aFileOfMostlyWasteIsWrittenAnewWhenItIsOpened() throws Exception {
    Path state = folder.resolve("state.mv");
    String filler = "x".repeat(20_000);
    try (DurableStore store = DurableStore.open(folder)) {
      for (int i = 0; i < 3000; i++) {
        store
            .table("subscriptions", Subscription.class)
            .put("k" + i % 7, new Subscription("k" + i % 7, filler + i));
        store.note("n" + i % 3, "v" + i);
        store.commit(false);
      }
    }
    long grown = Files.size(state);
    assertThat(grown).isGreaterThan(32L << 20);
    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(Files.size(state)).isLessThan(grown / 10);
      assertThat(store.table("subscriptions", Subscription.class).get("k0").orElseThrow().name())
          .isEqualTo(filler + "2996");
      assertThat(store.note("n2")).contains("v2999");
      assertThat(store.note(DurableStore.LOOKED))
          .hasValueSatisfying(bytes -> assertThat(Long.parseLong(bytes)).isLessThan(grown / 10));
      assertThatThrownBy(() -> DurableStore.open(folder)).isInstanceOf(FolderLocked.class);
    }
  }

  @Test
  void aLargeFileThatWasLookedThroughIsNotLookedThroughAgainBeforeItHasGrown() throws Exception {
    Path state = folder.resolve("state.mv");
    try (DurableStore store = DurableStore.open(folder)) {
      for (int i = 0; i < 40; i++) {
        store.note("n" + i, "x".repeat(1 << 20));
      }
    }
    DurableStore.open(folder).close();
    long looked = Files.size(state);
    assertThat(looked).isGreaterThan(32L << 20);
    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(store.note(DurableStore.LOOKED)).isPresent();
      for (int i = 0; i < 40; i++) {
        store.note("n" + i, "y");
      }
    }
    DurableStore.open(folder).close();
    assertThat(Files.size(state)).isGreaterThan(32L << 20);
  }
}
