package dev.wrapkey.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pages of 8 KiB through the whole path: nonce, associated data, sealing into the target buffer,
 * page table, digests of chunks and directories, HMAC of the header; 512 pages a change.
 *
 * <p>Before each iteration openssl runs for as long, so that both meet the same machine; its speed
 * goes to the file named by {@code bench.openssl}, one line an iteration.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class Sealing {

  static final int BATCH = 512;
  private static final int PAGES = 4 * BATCH;

  /** Threads that share a batch. */
  @Param({"1", "2"})
  public int threads;

  /** Where the volume is: {@code memory} or {@code disk}. */
  @Param({"memory", "disk"})
  public String place;

  private Path folder;
  private Volume volume;
  private long first;
  private final byte[] plain = new byte[BATCH * Volume.PAGE];

  @Setup
  public void open() throws IOException, KeyUnavailable {
    SecureRandom random = new SecureRandom();
    random.nextBytes(plain);
    KeyEncryptionKey kek =
        new AesKeyEncryptionKey(new SecretKeySpec(plain, 0, 32, "AES"), "bench/1");
    VolumeOptions options = VolumeOptions.of(random).withThreads(threads);
    VolumeId id = new VolumeId("/servers/bench", "data");
    folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder")), "volume");
    if (place.equals("disk")) {
      volume = Volume.create(folder.resolve("data.vol"), id, kek, options);
    } else {
      Disk disk = new ImageDisk((PAGES + 2 * BATCH) * Blocks.SIZE);
      disk.write(0, Opening.blank(id, kek, options));
      volume = Volume.open(disk, id, kek, options);
    }
    for (long page = 0; page < PAGES; page += BATCH) {
      volume.writeAll(page, plain);
    }
  }

  @Setup(Level.Iteration)
  public void openssl() throws IOException {
    Path file = Path.of(System.getProperty("bench.openssl"));
    String line = OpenSsl.gcmPages(threads) + System.lineSeparator();
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @TearDown
  public void close() throws IOException {
    volume.close();
    Files.deleteIfExists(folder.resolve("data.vol"));
    Files.deleteIfExists(folder.resolve("data.vol.lock"));
    Files.delete(folder);
  }

  private long next() {
    first = (first + BATCH) % PAGES;
    return first;
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void seal() throws KeyUnavailable {
    volume.writeAll(next(), plain);
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void open(Into into) {
    volume.read(next(), into.plain);
  }

  /** Where opened pages go. */
  @State(Scope.Benchmark)
  public static class Into {
    private final byte[] plain = new byte[BATCH * Volume.PAGE];
  }
}
