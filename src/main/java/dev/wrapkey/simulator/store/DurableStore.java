package dev.wrapkey.simulator.store;

import dev.wrapkey.simulator.world.Store;
import dev.wrapkey.simulator.world.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** The map of single texts, and the text in it that tells the version of the stored form. */
  static final String NOTES = "notes";

  static final String STAMP = "format";

  /** The note that tells how many bytes the file had when it was last looked through for waste. */
  static final String LOOKED = "lookedThroughAt";

  /** A smaller file is not worth the work of rewriting it. */
  private static final long WASTEFUL = 32L << 20;

  private static final int WASTED = 4;

  private static final String FILE = "state.mv";

  private final MVStore file;
  private final StateLock lock;
  private final Map<String, StoredTable<?>> tables = new TreeMap<>();
  private final MVMap<String, String> notes;
  private final ReentrantLock disk = new ReentrantLock();
  private boolean changed;
  private volatile long committed;
  private long synced;

  private DurableStore(MVStore file, StateLock lock) {
    this.file = file;
    this.lock = lock;
    this.notes = file.openMap(NOTES);
  }

  /**
   * Opens the state of a folder, which is made if missing. An older state is brought up to date, a
   * file that is mostly waste is written anew.
   *
   * @throws FolderLocked if another program, or this one, has it open
   * @throws UncheckedIOException if the folder is unusable, or of a {@link NewerState}
   */
  public static DurableStore open(Path folder) throws FolderLocked {
    StateLock lock = null;
    try {
      Files.createDirectories(folder);
      OwnerOnly.folder(folder);
      lock = StateLock.take(folder);
      StateFile state = new StateFile(folder.resolve(FILE));
      Migrations.bringUp(state);
      OptionalLong looked = compact(state);
      DurableStore store = new DurableStore(StateFile.open(state.path()), lock);
      store.stamp();
      looked.ifPresent(bytes -> store.note(LOOKED, String.valueOf(bytes)));
      lock = null;
      return store;
    } catch (NewerState newer) {
      throw new UncheckedIOException(newer.toString(), newer);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (MVStoreException failed) {
      if (failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new FolderLocked(failed);
      }
      throw failed;
    } finally {
      release(lock);
    }
  }

  /**
   * Space of old versions is never given back in place: see docs/decisions/practice-store.md.
   * Looking through all of it takes a while, so that is done only when the file has grown a lot.
   *
   * @return the size of the file if it was looked through
   */
  private static OptionalLong compact(StateFile state) throws IOException {
    if (state.size() <= WASTEFUL || state.size() <= WASTED * state.number(LOOKED)) {
      return OptionalLong.empty();
    }
    if (state.size() > WASTED * state.content()) {
      state.rewrite(_ -> {});
    }
    return OptionalLong.of(state.size());
  }

  private void stamp() {
    if (note(STAMP).isEmpty()) {
      note(STAMP, String.valueOf(Migrations.CURRENT));
    }
  }

  private static void release(@Nullable StateLock lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException stuck) {
        throw new UncheckedIOException(stuck);
      }
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
    release(lock);
  }

  /** Commits and lets the file go. Never compacts: see docs/decisions/practice-store.md. */
  @Override
  public void close() {
    commit(true);
    file.close(0);
    release(lock);
  }
}
