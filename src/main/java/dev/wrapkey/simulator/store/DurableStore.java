package dev.wrapkey.simulator.store;

import dev.wrapkey.simulator.world.Store;
import dev.wrapkey.simulator.world.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The state in one file, an H2 MVStore: append-only, so that a kill at any moment leaves the last
 * commit readable. The file is locked while it is open.
 */
public final class DurableStore implements Store, AutoCloseable {

  /** Version of the stored form; a later program reads it to migrate. */
  static final String FORMAT = "1";

  private static final String FILE = "state.mv";

  private final MVStore file;
  private final Map<String, StoredTable<?>> tables = new TreeMap<>();
  private final MVMap<String, String> notes;
  private final ReentrantLock disk = new ReentrantLock();
  private boolean changed;
  private volatile long committed;
  private long synced;

  private DurableStore(MVStore file) {
    this.file = file;
    this.notes = file.openMap("notes");
  }

  /**
   * Opens the state of a folder, which is made if missing.
   *
   * @throws FolderLocked if another program, or this one, has it open
   */
  public static DurableStore open(Path folder) throws FolderLocked {
    try {
      Files.createDirectories(folder);
      OwnerOnly.folder(folder);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    try {
      String name = folder.resolve(FILE).toString();
      MVStore file =
          new MVStore.Builder().fileName(name).autoCommitDisabled().autoCompactFillRate(0).open();
      DurableStore store = new DurableStore(file);
      store.checkFormat();
      return store;
    } catch (MVStoreException failed) {
      if (failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new FolderLocked(failed);
      }
      throw failed;
    }
  }

  private void checkFormat() {
    Optional<String> found = note("format");
    if (found.isPresent() && !found.get().equals(FORMAT)) {
      file.closeImmediately();
      throw new IllegalStateException(
          "this practice state was written by another version of Wrapkey (format "
              + found.get()
              + ")");
    }
    if (found.isEmpty()) {
      note("format", FORMAT);
    }
  }

  @Override
  public <T extends Record> Table<T> table(String name, Class<T> type) {
    StoredTable<?> table =
        tables.computeIfAbsent(
            name, n -> new StoredTable<>(file.openMap(n), type, () -> changed = true));
    return table.as(type);
  }

  /** Empties all tables that were asked for; the notes stay. */
  public void clear() {
    tables.values().forEach(StoredTable::clear);
  }

  /** A single text kept beside the tables. */
  public Optional<String> note(String name) {
    return Optional.ofNullable(text(name));
  }

  private @Nullable String text(String name) {
    return notes.get(name);
  }

  /** Sets a note; lasts from the next commit. */
  public void note(String name, String value) {
    notes.put(name, value);
    changed = true;
  }

  @Override
  public void commit(boolean sync) {
    if (changed) {
      file.commit();
      changed = false;
      committed++;
    }
    if (sync) {
      sync();
    }
  }

  @Override
  public void sync() {
    long wanted = committed;
    disk.lock();
    try {
      if (synced < wanted) {
        long reached = committed;
        file.sync();
        synced = reached;
      }
    } finally {
      disk.unlock();
    }
  }

  @Override
  public void rollback() {
    if (changed) {
      file.rollback();
      tables.values().forEach(StoredTable::reload);
      changed = false;
    }
  }

  /** Lets the file go without writing anything more. */
  public void abandon() {
    file.closeImmediately();
  }

  /** Commits and lets the file go. Never compacts: see docs/decisions/practice-store.md. */
  @Override
  public void close() {
    commit(true);
    file.close(0);
  }
}
