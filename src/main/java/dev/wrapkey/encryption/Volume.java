package dev.wrapkey.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A file of pages of {@value #PAGE} bytes (PostgreSQL's block size), each sealed with AES-256-GCM.
 * Neighbouring pages, a segment, share a data key; every data key is wrapped by a key encryption
 * key.
 *
 * <p>What a call wrote is durable when the call returns; a cut at any moment leaves all of it or
 * nothing of it. A page that was changed, moved, swapped, cut off or replaced by an older version
 * of itself is reported as {@link VolumeDamaged}, never served. Failures of the disk are {@link
 * UncheckedIOException}; after one, the volume refuses its pages until it is opened again. The
 * bytes are described in {@code docs/volume-format.md}; volumes of format 1 are converted when they
 * are opened.
 *
 * <p>A volume has one writer at a time; a lock file with the suffix {@code .lock} lies beside it.
 * Thread-safe: readers go side by side, a change waits for them.
 */
public final class Volume implements AutoCloseable {

  /** Bytes in a page. */
  public static final int PAGE = PageSeal.PLAIN;

  private final VolumeStore store;
  private final Held held;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean locked;
  private boolean closed;

  private Volume(VolumeStore store, Held held) {
    this.store = store;
    this.held = held;
  }

  /** Makes an empty volume with everything as usual, see {@link VolumeOptions#of}. */
  public static Volume create(Path path, VolumeId id, KeyEncryptionKey kek, SecureRandom random)
      throws KeyUnavailable {
    return create(path, id, kek, VolumeOptions.of(random));
  }

  /**
   * Makes an empty volume; wraps its volume key in one key operation. Each segment's data key takes
   * one more when its first page is written.
   *
   * @param path a file that must not exist, in a folder that does
   * @throws KeyUnavailable if {@code kek} refuses; no file is left then
   * @throws VolumeBusy if another writer has the file
   * @throws UncheckedIOException if the file exists or the disk fails
   */
  public static Volume create(Path path, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      held.add(WriterLock.take(path), WriterLock::close);
      NewFile.write(path, Opening.blank(id, kek, options));
      Disk disk = held.add(FileDisk.forWriting(path), Disk::close);
      return opened(Opening.open(path, disk, id, kek, options), held);
    }
  }

  /** Opens a volume with everything as usual, see {@link VolumeOptions#of}. */
  public static Volume open(Path path, VolumeId id, KeyEncryptionKey kek, SecureRandom random)
      throws KeyUnavailable {
    return open(path, id, kek, VolumeOptions.of(random));
  }

  /**
   * Opens a volume; unwraps each of its data keys in one key operation, the volume key first. If
   * data keys are inherited, the volume key of the volume they come from is unwrapped as well.
   *
   * @param kek unwraps what is stored, whichever key version wrapped it, and wraps new data keys
   * @throws KeyUnavailable if {@code kek} refuses
   * @throws VolumeDamaged if the file is not what was last written, or is not the volume {@code id}
   * @throws VolumeBusy if another writer has the file
   * @throws UncheckedIOException if there is no such file or the disk fails
   */
  public static Volume open(Path path, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      Disk disk = held.add(FileDisk.forWriting(path), Disk::close);
      held.add(WriterLock.take(path), WriterLock::close);
      return opened(Opening.open(path, disk, id, kek, options), held);
    }
  }

  /** Opens a volume on any disk. */
  static Volume open(Disk disk, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      return opened(Opening.open(Path.of("data.vol"), disk, id, kek, options), held);
    }
  }

  /**
   * Has the JDK compile what seals and opens pages, in 100 to 300 ms, so that the first volume is
   * not slow. Call it once from a thread of low priority when the program starts; an interrupt ends
   * it.
   */
  public static void warmUp() {
    WarmUp.run();
  }

  /** What is below, for tests that have no file. */
  VolumeStore store() {
    return store;
  }

  private static Volume opened(VolumeStore store, Held held) {
    held.add(store, VolumeStore::close);
    return new Volume(store, held.handOver());
  }

  /**
   * What a volume file tells without any key, also while a writer has it open. Reads headers and
   * tables, no page: {@link #damaged} looks at those.
   *
   * @throws VolumeDamaged if headers or tables are damaged; damage inside a sealed page takes the
   *     key to see
   * @throws UncheckedIOException if there is no such file or the disk fails
   */
  public static VolumeFacts facts(Path path) {
    try (FileDisk disk = FileDisk.forReading(path)) {
      return Facts.of(path, disk);
    }
  }

  /**
   * The data keys as a volume file holds them, that of the volume first; reads no page. Throws like
   * {@link #facts}.
   */
  public static List<StoredKey> keys(Path path) {
    try (FileDisk disk = FileDisk.forReading(path)) {
      return Facts.keysOf(path, disk);
    }
  }

  /**
   * Rotates to the end, see {@link #rotate(Path, VolumeId, Keys, VolumeOptions, RotationWatch)}.
   */
  public static RotationReport rotate(
      Path path, VolumeId id, KeyEncryptionKey from, KeyEncryptionKey to, SecureRandom random)
      throws KeyUnavailable {
    return rotate(path, id, new Keys(from, to), VolumeOptions.of(random), RotationWatch.TO_THE_END);
  }

  /**
   * The keys of a rotation.
   *
   * @param from unwraps the data keys as they are stored
   * @param to wraps them from now on, and has unwrapped each once before that counts
   */
  public record Keys(KeyEncryptionKey from, KeyEncryptionKey to) {}

  /**
   * Wraps every data key of a volume that is not open anew, in three key operations each; rewrites
   * no page. Inherited data keys stay under the key that wraps them. After a kill, a refusal or a
   * cancellation some data keys may be under the new key and some under the old one, which is a
   * valid state; running it again does the rest.
   *
   * @throws KeyUnavailable if either key refuses; what was not in force yet stays as it was
   * @throws VolumeDamaged if the file is not what was last written, or is not the volume {@code id}
   * @throws VolumeBusy if a writer has the file; use {@link #rewrap} of an open volume
   */
  public static RotationReport rotate(
      Path path, VolumeId id, Keys keys, VolumeOptions options, RotationWatch watch)
      throws KeyUnavailable {
    try (Disk disk = FileDisk.forWriting(path);
        WriterLock _ = WriterLock.take(path)) {
      return Opening.rotate(path, disk, id, keys, options, watch);
    }
  }

  /**
   * Copies all pages of an open volume into a new one: decrypted, and sealed anew under new data
   * keys that {@code options} draws and {@code kek} wraps. Nothing of the source's keys is needed
   * to open the copy. While it lasts, the source can be read but not changed.
   *
   * @param path a file that must not exist; after a cut it is there with all pages or not at all
   * @return pages copied
   * @throws KeyUnavailable if {@code kek} refuses; no file is left then
   */
  public static long copyOf(
      Volume source, Path path, VolumeId id, KeyEncryptionKey kek, VolumeOptions options)
      throws KeyUnavailable {
    source.lock.readLock().lock();
    try {
      source.requireOpen();
      return Copying.copy(source.store, path, id, kek, options);
    } finally {
      source.lock.readLock().unlock();
    }
  }

  /**
   * Removes a volume and its lock file; nothing happens if there is none.
   *
   * @throws VolumeBusy if a writer has the file
   */
  public static void delete(Path path) {
    try (WriterLock _ = WriterLock.take(path)) {
      Files.deleteIfExists(path);
      Files.deleteIfExists(WriterLock.beside(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rewraps to the end, see {@link #rewrap(KeyEncryptionKey, RotationWatch)}. */
  public RotationReport rewrap(KeyEncryptionKey to) throws KeyUnavailable {
    return rewrap(to, RotationWatch.TO_THE_END);
  }

  /**
   * Wraps every data key of this open volume anew, in two key operations each; rewrites no page.
   * Inherited data keys stay under the key that wraps them. New data keys are wrapped by {@code to}
   * from now on.
   *
   * @throws KeyUnavailable if {@code to} refuses; what was not in force yet stays as it was
   */
  public RotationReport rewrap(KeyEncryptionKey to, RotationWatch watch) throws KeyUnavailable {
    return changing(() -> store.rewrap(to, watch));
  }

  /**
   * Seals one segment anew under a new data key, which the present key encryption key wraps in two
   * key operations. The old data key, and whatever wrapped it, is then of no use any more.
   *
   * @param segment from 0
   * @throws KeyUnavailable if the key encryption key refuses; nothing has changed then
   */
  public RekeyReport rekey(int segment) throws KeyUnavailable {
    return changing(
        () -> {
          Objects.checkIndex(segment, store.segments());
          return store.rekey(segment);
        });
  }

  /**
   * Seals every segment anew under new data keys that {@code to} wraps, one after the other, and
   * wraps the volume key by {@code to} in the end: what wrapped the data keys before is of no use
   * then. A cut leaves some segments done; running it again does all of them.
   *
   * @param watch asked after every segment; if it ends the work, the volume key stays as it is
   */
  public RekeyReport rekey(KeyEncryptionKey to, RotationWatch watch) throws KeyUnavailable {
    return changing(() -> store.rekey(to, watch));
  }

  /**
   * Fills this volume, which is empty, with the first pages of another one as they are stored
   * there: still sealed, under data keys that are still wrapped as there. Takes no key operation.
   * From then on opening this volume needs the key encryption keys of both, until every inherited
   * segment has been {@linkplain #rekeyInherited sealed anew}. Every page is opened once, to see
   * that it is whole.
   *
   * <p>Pages that are written later into an inherited segment are sealed with the inherited data
   * key, but with this volume's key and bound to this volume; pages behind get data keys of this
   * volume's own.
   *
   * @param source has segments of the same size and inherited nothing
   * @throws IllegalArgumentException if this volume is not empty or the source does not fit
   * @throws VolumeDamaged if a page of the source is damaged
   */
  public void inherit(Volume source, long pages) throws KeyUnavailable {
    source.lock.readLock().lock();
    try {
      source.requireOpen();
      changing(
          () -> {
            Inheriting.pages(source.store, store, pages);
            return pages;
          });
    } finally {
      source.lock.readLock().unlock();
    }
  }

  /**
   * Seals every inherited segment anew under data keys of this volume's own, which the present key
   * encryption key wraps. Afterwards the key encryption key of the volume they came from is of no
   * use here any more. A cut leaves some segments done; running it again does the rest.
   *
   * @param watch asked after every segment
   */
  public RekeyReport rekeyInherited(RotationWatch watch) throws KeyUnavailable {
    return changing(() -> store.rekeyInherited(watch));
  }

  /**
   * One page as PostgreSQL sees it.
   *
   * @param page from 0
   * @throws VolumeDamaged if what is stored is not the last version that was written to this page
   * @throws IndexOutOfBoundsException if there is no such page
   */
  public byte[] read(long page) {
    byte[] plain = new byte[PAGE];
    read(page, plain);
    return plain;
  }

  /**
   * Neighbouring pages, as many as {@code into} has room for.
   *
   * @param into a multiple of {@value #PAGE} bytes; zero where a page is damaged
   * @throws VolumeDamaged if what is stored is not the last version that was written to a page
   * @throws IndexOutOfBoundsException if there are not so many pages
   */
  public void read(long first, byte[] into) {
    int count = count(into);
    reading(
        () -> {
          Objects.checkFromIndexSize(first, count, pages());
          store.read(first, count, Span.of(into));
          return count;
        });
  }

  /**
   * Seals and stores one page.
   *
   * @param page an existing page, or {@link #pages} to append one
   * @param plain {@value #PAGE} bytes
   * @throws KeyUnavailable if a new data key is needed and cannot be wrapped; nothing is written
   *     then
   * @throws DataKeyExhausted if the batch is larger than what a data key may seal
   * @throws IndexOutOfBoundsException if {@code page} would leave a gap, or the volume is full
   */
  public void write(long page, byte[] plain) throws KeyUnavailable {
    write(page, List.of(plain));
  }

  /** Seals and stores neighbouring pages, all of them or, after a cut, none. */
  public void write(long first, List<byte[]> plain) throws KeyUnavailable {
    if (plain.stream().anyMatch(page -> page.length != PAGE)) {
      throw new IllegalArgumentException("a page has " + PAGE + " bytes");
    }
    write(first, plain.size(), (_, page) -> Span.of(plain.get((int) (page - first))));
  }

  /**
   * Seals and stores neighbouring pages that lie one after the other in an array.
   *
   * @param plain a multiple of {@value #PAGE} bytes
   */
  public void writeAll(long first, byte[] plain) throws KeyUnavailable {
    int pages = count(plain);
    write(first, pages, (_, page) -> new Span(plain, (int) (page - first) * PAGE, PAGE));
  }

  private void write(long first, int count, PageSource source) throws KeyUnavailable {
    changing(
        () -> {
          Objects.checkIndex(first, pages() + 1);
          Objects.checkFromIndexSize(first, count, PageTable.MAX_PAGES);
          store.write(first, count, source);
          return count;
        });
  }

  private static int count(byte[] pages) {
    if (pages.length % PAGE != 0) {
      throw new IllegalArgumentException("pages have " + PAGE + " bytes each");
    }
    return pages.length / PAGE;
  }

  /**
   * Opens neighbouring pages to see whether each is what was last written there.
   *
   * @return the numbers of those that are not
   * @throws IndexOutOfBoundsException if there are not so many pages
   */
  public List<Long> damaged(long first, int count) {
    return reading(() -> store.damaged(first, count));
  }

  /**
   * One page as it lies on disk, without any key, also while a writer has the volume open.
   *
   * @return empty if there is no such page, or the volume is of format 1
   */
  public static Optional<byte[]> stored(Path path, long page) {
    try (FileDisk disk = FileDisk.forReading(path)) {
      return Facts.storedPage(path, disk, page);
    }
  }

  /** One page as it lies on disk: nonce (28 bytes), ciphertext, tag (16 bytes). */
  public byte[] stored(long page) {
    return reading(
        () -> {
          Objects.checkIndex(page, pages());
          store.file().requireWhole();
          Span seen =
              store.file().view(store.file().pages().block(page), Span.of(new byte[Blocks.SIZE]));
          return Arrays.copyOfRange(seen.bytes(), seen.at(), seen.at() + seen.length());
        });
  }

  /** Number of pages. */
  public long pages() {
    return reading(() -> store.file().pages().pages());
  }

  /** Number of segments. */
  public int segments() {
    return reading(store::segments);
  }

  /** The volume key as it is stored. */
  public WrappedKey wrapped() {
    return reading(() -> store.file().keys().get(0).wrapped());
  }

  /** The data keys as they are stored, see {@link VolumeFacts#keys}. */
  public List<StoredKey> keys() {
    return reading(() -> Facts.keys(store.file()));
  }

  private <T> T reading(Supplier<T> question) {
    lock.readLock().lock();
    try {
      requireOpen();
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private interface Change<T> {
    T make() throws KeyUnavailable;
  }

  private <T> T changing(Change<T> change) throws KeyUnavailable {
    lock.writeLock().lock();
    try {
      requireOpen();
      return change.make();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(store.file().path() + ": the volume is closed");
    }
    if (locked) {
      throw new VolumeLocked(store.file().path());
    }
  }

  /**
   * Zeroes every data key because the key encryption key was lost. From then on every call but
   * {@link #close} is answered with {@link VolumeLocked}.
   */
  public void lock() {
    lock.writeLock().lock();
    try {
      locked = true;
      store.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Zeroes every data key and lets the file go. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      held.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
