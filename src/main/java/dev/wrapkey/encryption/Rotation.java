package dev.wrapkey.encryption;

import dev.wrapkey.encryption.KeyNames.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the data keys of a volume anew, except those that it inherited. No page is touched.
 *
 * <p>Keys are wrapped, unwrapped to see that it is the same key, and put in force {@value #BATCH}
 * at a time, so a kill costs the key operations of that many at most. The volume key comes last: as
 * long as it is under the old key version the rotation is not finished, and running it again leaves
 * out what is under the new one already.
 */
final class Rotation {

  static final int BATCH = 64;

  private final VolumeFile file;
  private final KeyEncryptionKey to;
  private final VolumeOptions options;
  private final RotationWatch watch;
  private final Keys keys;
  private final AtomicInteger operations = new AtomicInteger();
  private int rewrapped;
  private int due;
  private int seen;
  private boolean ended;
  private boolean complete;

  /**
   * @param keys where the plain data keys of the segments come from
   */
  Rotation(
      VolumeFile file, KeyEncryptionKey to, VolumeOptions options, RotationWatch watch, Keys keys) {
    this.file = file;
    this.to = to;
    this.options = options;
    this.watch = watch;
    this.keys = keys;
  }

  /** Lends plain data keys. */
  interface Keys {
    /** The data key of an entry of the key table. */
    DataKey take(int index) throws KeyUnavailable;

    /** Takes it back. */
    void giveBack(DataKey key);

    /** Key operations that taking one costs. */
    int operations();

    /** How many threads may take. */
    int threads();
  }

  /** Data keys of an open volume. */
  record Unwrapped(java.util.function.IntFunction<SegmentKey> keys) implements Keys {
    @Override
    public DataKey take(int index) {
      return keys.apply(index).dataKey();
    }

    @Override
    public void giveBack(DataKey key) {}

    @Override
    public int operations() {
      return 0;
    }

    @Override
    public int threads() {
      return Integer.MAX_VALUE;
    }
  }

  /** Data keys that are unwrapped one by one. */
  record Wrapped(KeyTable table, KeyEncryptionKey from) implements Keys {
    @Override
    public DataKey take(int index) throws KeyUnavailable {
      return DataKey.unwrap(table.get(index).wrapped(), from);
    }

    @Override
    public void giveBack(DataKey key) {
      key.close();
    }

    @Override
    public int operations() {
      return 1;
    }

    @Override
    public int threads() {
      return from.threads();
    }
  }

  private record Done(int index, WrappedKey wrapped) {}

  /**
   * Rotates.
   *
   * @throws KeyUnavailable if a key refuses, or gives another key back; what was not in force yet
   *     stays under the old key version
   */
  RotationReport run(DataKey volumeKey) throws KeyUnavailable {
    String from = file.keys().get(0).wrapped().keyVersion();
    long bytes = file.metadataWritten();
    long pages = file.pagesWritten();
    operations.addAndGet(keys.operations());
    Done last = new Done(0, wrapVerified(volumeKey));
    List<Integer> todo =
        IntStream.range(1, file.keys().size())
            .filter(i -> !file.keys().get(i).inherited())
            .filter(i -> !Name.of(file.keys().get(i).wrapped()).equals(Name.of(last.wrapped)))
            .boxed()
            .toList();
    due = todo.size() + 1;
    for (int at = 0; at < todo.size() && !ended; at += BATCH) {
      List<Integer> batch = todo.subList(at, Math.min(at + BATCH, todo.size()));
      List<Done> done = wrap(batch);
      boolean whole = at + BATCH >= todo.size() && done.size() == batch.size();
      commit(volumeKey, done, whole && !ended ? List.of(last) : List.of());
    }
    if (todo.isEmpty()) {
      commit(volumeKey, List.of(), List.of(last));
    }
    return new RotationReport(
        rewrapped,
        operations.get(),
        file.pagesWritten() - pages,
        file.metadataWritten() - bytes,
        from,
        last.wrapped.keyVersion(),
        complete);
  }

  private List<Done> wrap(List<Integer> batch) throws KeyUnavailable {
    int threads = Math.min(keys.threads(), to.threads());
    return KeyWork.all(batch.size(), threads, i -> one(batch.get(i)), _ -> {});
  }

  private @Nullable Done one(int index) throws KeyUnavailable {
    if (hasEnded()) {
      return null;
    }
    operations.addAndGet(keys.operations());
    DataKey key = keys.take(index);
    try {
      Done done = new Done(index, wrapVerified(key));
      report();
      return done;
    } finally {
      keys.giveBack(key);
    }
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  private synchronized void report() {
    seen++;
    ended = !watch.goesOn(seen, due) || ended;
  }

  private WrappedKey wrapVerified(DataKey key) throws KeyUnavailable {
    operations.addAndGet(2);
    WrappedKey wrapped = key.wrap(to);
    verify(key, wrapped, to);
    return wrapped;
  }

  /** Sees that what was wrapped unwraps to the same key: one key operation. */
  static void verify(DataKey key, WrappedKey wrapped, KeyEncryptionKey kek) throws KeyUnavailable {
    try (DataKey again = DataKey.unwrap(wrapped, kek)) {
      if (!key.matches(again)) {
        throw new KeyUnavailable(
            "BadParameter", "What the new key wrapped, it does not unwrap to the same key.");
      }
    }
  }

  private void commit(DataKey volumeKey, List<Done> segments, List<Done> last) {
    Instant now = KeyRing.now(options);
    List<KeyEntry> entries = new ArrayList<>();
    List<Done> all = new ArrayList<>(segments);
    all.addAll(last);
    for (Done done : all) {
      entries.add(file.keys().get(done.index).rewrapped(done.wrapped, now));
    }
    if (all.isEmpty()) {
      return;
    }
    file.change(
        volumeKey,
        last.isEmpty() ? UnaryOperator.identity() : counters -> counters.rotated(0),
        () -> {
          for (int i = 0; i < all.size(); i++) {
            file.keys().put(all.get(i).index, entries.get(i));
          }
        });
    rewrapped += all.size();
    if (!last.isEmpty()) {
      complete = true;
      report();
    }
  }
}
