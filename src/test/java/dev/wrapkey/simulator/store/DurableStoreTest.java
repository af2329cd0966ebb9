package dev.wrapkey.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.simulator.world.Subscription;
import dev.wrapkey.simulator.world.Table;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStoreTest {

  private static final Subscription ONE = new Subscription("1", "Practice One");
  private static final Subscription TWO = new Subscription("2", "Practice Two");

  @TempDir Path folder;

  private static Table<Subscription> table(DurableStore store) {
    return store.table("subscriptions", Subscription.class);
  }

  @Test
  void aRollbackForgetsWhatWasNotCommitted() throws Exception {
    try (DurableStore store = DurableStore.open(folder)) {
      table(store).put("1", ONE);
      store.commit(false);
      table(store).put("2", TWO);
      table(store).remove("1");
      store.rollback();
      assertThat(table(store).all()).containsExactly(ONE);
    }
    try (DurableStore store = DurableStore.open(folder)) {
      assertThat(table(store).all()).containsExactly(ONE);
    }
  }

  @Test
  void whatWasNotCommittedIsGoneAfterAKill(@TempDir Path copy) throws Exception {
    try (DurableStore store = DurableStore.open(folder)) {
      table(store).put("1", ONE);
      store.commit(true);
      table(store).put("2", TWO);
      Files.copy(folder.resolve("state.mv"), copy.resolve("state.mv"));
    }
    try (DurableStore store = DurableStore.open(copy)) {
      assertThat(table(store).all()).containsExactly(ONE);
    }
  }

  /** A kill may cut the last write short: then the commit before it counts. */
  @Test
  void aTornLastWriteLeavesTheCommitBefore(@TempDir Path copy) throws Exception {
    long before;
    try (DurableStore store = DurableStore.open(folder)) {
      table(store).put("1", ONE);
      store.commit(true);
      before = Files.size(folder.resolve("state.mv"));
      table(store).put("2", TWO);
      store.commit(true);
      Files.copy(folder.resolve("state.mv"), copy.resolve("state.mv"));
    }
    try (var file = FileChannel.open(copy.resolve("state.mv"), StandardOpenOption.WRITE)) {
      assertThat(file.size()).isGreaterThan(before);
      file.truncate(before + 100);
    }
    try (DurableStore store = DurableStore.open(copy)) {
      assertThat(table(store).all()).containsExactly(ONE);
    }
  }

  @Test
  void theFolderHasOneWriter() throws Exception {
    try (DurableStore store = DurableStore.open(folder)) {
      store.commit(true);
      assertThatThrownBy(() -> DurableStore.open(folder)).isInstanceOf(FolderLocked.class);
    }
    DurableStore.open(folder).close();
  }

  @Test
  void aStateOfAnotherFormatIsNotTouched() throws Exception {
    try (DurableStore store = DurableStore.open(folder)) {
      store.note("format", "99");
    }
    assertThatThrownBy(() -> DurableStore.open(folder)).hasMessageContaining("99");
  }
}
