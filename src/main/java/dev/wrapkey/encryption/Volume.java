package dev.wrapkey.encryption;

import dev.wrapkey.encryption.VolumeFile.SealedPage;
import dev.wrapkey.encryption.VolumeHeader.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.crypto.AEADBadTagException;

/**
 * A file of pages of {@value #PAGE} bytes (PostgreSQL's block size), each sealed with AES-256-GCM
 * under one data key that a key encryption key wraps.
 *
 * <p>What a call wrote is durable when the call returns; a cut at any moment leaves all of it or
 * nothing of it. A page that was changed, moved, swapped, cut off or replaced by an older version
 * of itself is reported as {@link VolumeDamaged}, never served. Failures of the disk are {@link
 * UncheckedIOException}; after one, the volume refuses its pages until it is opened again. The
 * bytes are described in {@code docs/volume-format.md}.
 *
 * <p>A volume has one writer at a time; a lock file with the suffix {@code .lock} lies beside it.
 * Thread-safe.
 */
public final class Volume implements AutoCloseable {

  /** Bytes in a page. */
  public static final int PAGE = PageSeal.PLAIN;

  private static final int LOOKS = 10;

  private final VolumeFile file;
  private final DataKey key;
  private final PageSeal seal;
  private final SealNumbers numbers;
  private final Held held;
  private boolean closed;

  private Volume(VolumeFile file, DataKey key, PageSeal seal, SealNumbers numbers, Held held) {
    this.file = file;
    this.key = key;
    this.seal = seal;
    this.numbers = numbers;
    this.held = held;
  }

  /**
   * Makes an empty volume with a new data key, wrapped by {@code kek} in one key operation.
   *
   * @param path a file that must not exist, in a folder that does
   * @throws KeyUnavailable if {@code kek} refuses; no file is left then
   * @throws VolumeBusy if another writer has the file
   * @throws UncheckedIOException if the file exists or the disk fails
   */
  public static Volume create(Path path, VolumeId id, KeyEncryptionKey kek, SecureRandom random)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      held.add(WriterLock.take(path), WriterLock::close);
      DataKey key = held.add(DataKey.random(random), DataKey::close);
      NewFile.write(path, blank(id, key, kek, random));
      Disk disk = held.add(FileDisk.forWriting(path), Disk::close);
      return begin(new VolumeFile(path, disk), key, random, SealNumbers.LIMIT, held);
    }
  }

  /**
   * Opens a volume; unwraps its data key in one key operation.
   *
   * @throws KeyUnavailable if {@code kek} refuses
   * @throws VolumeDamaged if the file is not what was last written, or is not the volume {@code id}
   * @throws VolumeBusy if another writer has the file
   * @throws UncheckedIOException if there is no such file or the disk fails
   */
  public static Volume open(Path path, VolumeId id, KeyEncryptionKey kek, SecureRandom random)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      Disk disk = held.add(FileDisk.forWriting(path), Disk::close);
      held.add(WriterLock.take(path), WriterLock::close);
      VolumeFile file = new VolumeFile(path, disk);
      DataKey key = held.add(unlock(file, id, kek), DataKey::close);
      return begin(file, key, random, SealNumbers.LIMIT, held);
    }
  }

  /** Opens a volume on any disk, with any limit of seals. */
  static Volume open(
      VolumeFile file, VolumeId id, KeyEncryptionKey kek, SecureRandom random, long limit)
      throws KeyUnavailable {
    try (Held held = new Held()) {
      DataKey key = held.add(unlock(file, id, kek), DataKey::close);
      return begin(file, key, random, limit, held);
    }
  }

  /** The bytes of a new volume without pages. */
  static byte[] blank(VolumeId id, DataKey key, KeyEncryptionKey kek, SecureRandom random)
      throws KeyUnavailable {
    byte[] dataKeyId = new byte[HeaderCodec.DATA_KEY_ID];
    random.nextBytes(dataKeyId);
    VolumeHeader first = VolumeHeader.first(new Identity(id, dataKeyId), key.wrap(kek));
    return HeaderSlots.image(HeaderCodec.encode(first, key));
  }

  private static DataKey unlock(VolumeFile file, VolumeId id, KeyEncryptionKey kek)
      throws KeyUnavailable {
    if (!file.header().identity().volume().equals(id)) {
      throw VolumeDamaged.header(
          file.path(), "it is the volume of another server or of another kind");
    }
    try (Held held = new Held()) {
      DataKey key = held.add(DataKey.unwrap(file.header().wrapped(), kek), DataKey::close);
      if (!file.authentic(key)) {
        throw VolumeDamaged.header(
            file.path(), "the header was not written with the data key that it wraps");
      }
      held.handOver();
      return key;
    }
  }

  private static Volume begin(
      VolumeFile file, DataKey key, SecureRandom random, long limit, Held held) {
    file.mend();
    VolumeHeader header = file.header();
    PageSeal seal = held.add(new PageSeal(key, header.identity(), random), PageSeal::close);
    SealNumbers numbers = new SealNumbers(header.counters().unreserved(), limit);
    return new Volume(file, key, seal, numbers, held.handOver());
  }

  /**
   * What a volume file tells without any key, also while a writer has it open.
   *
   * @throws VolumeDamaged if headers or page table are damaged; damage inside a sealed page takes
   *     the key to see
   * @throws UncheckedIOException if there is no such file or the disk fails
   */
  public static VolumeFacts facts(Path path) {
    try (FileDisk disk = FileDisk.forReading(path)) {
      return facts(path, disk, LOOKS);
    }
  }

  /** The data key as a volume file holds it; reads the header only. Throws like {@link #facts}. */
  public static WrappedKey wrapped(Path path) {
    try (FileDisk disk = FileDisk.forReading(path)) {
      return new HeaderSlots(path, disk).read().header().wrapped();
    }
  }

  private static VolumeFacts facts(Path path, Disk disk, int looks) {
    try {
      VolumeFacts facts = new VolumeFile(path, disk).facts();
      boolean still =
          facts.generation() == new HeaderSlots(path, disk).read().header().counters().generation();
      return still || looks == 1 ? facts : facts(path, disk, looks - 1);
    } catch (VolumeDamaged e) {
      if (looks == 1) {
        throw e;
      }
      return facts(path, disk, looks - 1);
    }
  }

  /**
   * Wraps the data key of a volume that is not open anew, in three key operations; rewrites no
   * page.
   *
   * @param from unwraps the data key as it is stored
   * @param to wraps it from now on, and has unwrapped it once when this returns
   * @throws KeyUnavailable if either refuses; the old wrapping is in force then
   * @throws VolumeDamaged if the file is not what was last written, or is not the volume {@code id}
   * @throws VolumeBusy if a writer has the file; use {@link #rewrap} of an open volume
   */
  public static RotationReport rotate(
      Path path, VolumeId id, KeyEncryptionKey from, KeyEncryptionKey to) throws KeyUnavailable {
    try (Disk disk = FileDisk.forWriting(path);
        WriterLock _ = WriterLock.take(path)) {
      return rotate(new VolumeFile(path, disk), id, from, to);
    }
  }

  static RotationReport rotate(
      VolumeFile file, VolumeId id, KeyEncryptionKey from, KeyEncryptionKey to)
      throws KeyUnavailable {
    try (DataKey key = unlock(file, id, from)) {
      file.mend();
      return Rotation.rewrap(file, key, to, 1);
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

  /**
   * Wraps the data key of this open volume anew, in two key operations; rewrites no page.
   *
   * @throws KeyUnavailable if {@code to} refuses; the old wrapping is in force then
   */
  public synchronized RotationReport rewrap(KeyEncryptionKey to) throws KeyUnavailable {
    requireOpen();
    return Rotation.rewrap(file, key, to, 0);
  }

  /**
   * One page as PostgreSQL sees it.
   *
   * @param page from 0
   * @throws VolumeDamaged if what is stored is not the last version that was written to this page
   * @throws IndexOutOfBoundsException if there is no such page
   */
  public synchronized byte[] read(long page) {
    byte[] stored = stored(page);
    try {
      return seal.open(page, file.version(page), stored);
    } catch (AEADBadTagException _) {
      throw VolumeDamaged.page(
          file.path(), page, "what is stored is not the page that was last written there");
    }
  }

  /**
   * Seals and stores one page.
   *
   * @param page an existing page, or {@link #pages} to append one
   * @param plain {@value #PAGE} bytes
   * @throws DataKeyExhausted if the data key may seal no more
   * @throws IndexOutOfBoundsException if {@code page} would leave a gap, or the volume is full
   */
  public void write(long page, byte[] plain) {
    write(page, List.of(plain));
  }

  /** Seals and stores neighbouring pages, all of them or, after a cut, none. */
  public synchronized void write(long first, List<byte[]> plain) {
    requireOpen();
    Objects.checkIndex(first, pages() + 1);
    Objects.checkFromIndexSize(first, plain.size(), PageTable.MAX_PAGES);
    if (plain.stream().anyMatch(page -> page.length != PAGE)) {
      throw new IllegalArgumentException("a page has " + PAGE + " bytes");
    }
    reserve(plain.size());
    List<SealedPage> sealed = new ArrayList<>();
    for (byte[] page : plain) {
      long number = first + sealed.size();
      long version = numbers.take();
      sealed.add(new SealedPage(number, version, seal.seal(number, version, page)));
    }
    file.store(sealed, key);
  }

  private void reserve(int count) {
    if (!numbers.covers(count)) {
      long bound = numbers.wanted(count);
      file.store(file.header().reserving(bound), key);
      numbers.reserved(bound);
    }
  }

  /** One page as it lies on disk: nonce (28 bytes), ciphertext, tag (16 bytes). */
  public synchronized byte[] stored(long page) {
    requireOpen();
    Objects.checkIndex(page, pages());
    return file.stored(page);
  }

  /** Number of pages. */
  public synchronized long pages() {
    return file.header().counters().pages();
  }

  /** The data key as it is stored. */
  public synchronized WrappedKey wrapped() {
    return file.header().wrapped();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(file.path() + ": the volume is closed");
    }
  }

  /** Zeroes the data key and lets the file go. */
  @Override
  public synchronized void close() {
    closed = true;
    held.close();
  }
}
