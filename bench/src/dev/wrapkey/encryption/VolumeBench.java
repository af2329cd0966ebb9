package dev.wrapkey.encryption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs everything and says it; {@code bench/volume} builds and starts it. */
public final class VolumeBench {

  private static final int KEYS = 1000;
  private static final int ROUNDS = 3;

  private final Path folder;

  private VolumeBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    VolumeBench bench = new VolumeBench(Path.of(args[0]));
    double sealed = bench.pages("seal");
    double opened = bench.pages("open");
    bench.coldStart();
    String rotated = bench.rotate();
    say("sealed pages: %.2f of openssl, opened pages: %.2f of openssl, %s", sealed, opened, rotated);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** The lower of the ratios on one and on two threads, in memory. */
  private double pages(String what) throws Exception {
    double lowest = Double.MAX_VALUE;
    for (int threads = 1; threads <= 2; threads++) {
      lowest = Math.min(lowest, pages(what, threads, "memory", 2));
    }
    pages(what, 1, "disk", 1);
    pages(what, 2, "disk", 1);
    return lowest;
  }

  /** The median ratio of one benchmark and openssl, iteration by iteration. */
  private double pages(String what, int threads, String place, int forks) throws Exception {
    Path file = Files.createTempFile(folder, "openssl", "");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Sealing.class.getName() + "\\." + what + "$")
                    .param("threads", Integer.toString(threads))
                    .param("place", place)
                    .forks(forks)
                    .jvmArgs("-Dbench.openssl=" + file, "-Dbench.folder=" + folder)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    Files.delete(file);
    int end = 0;
    for (BenchmarkResult fork : results.iterator().next().getBenchmarkResults()) {
      fork.getIterationResults().forEach(i -> ours.add(i.getPrimaryResult().getScore()));
      end += lines.size() / forks;
      int measured = fork.getIterationResults().size();
      lines.subList(end - measured, end).forEach(line -> theirs.add(Double.parseDouble(line)));
    }
    List<Double> ratios =
        IntStream.range(0, ours.size()).mapToObj(i -> ours.get(i) / theirs.get(i)).toList();
    say(
        "%s, %d thread(s), %s: %.0f MB/s, openssl %.0f MB/s, ratio %.3f (%.3f to %.3f, n=%d)",
        what,
        threads,
        place,
        median(ours) * 8192 / 1e6,
        median(theirs) * 8192 / 1e6,
        median(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow(),
        ratios.size());
    return median(ratios);
  }

  private void coldStart() throws IOException {
    for (String how : List.of("cold", "warm")) {
      List<Double> warming = new ArrayList<>();
      List<Double> first = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        Process java =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ColdStart.class.getName(),
                    how)
                .start();
        String[] said = new String(java.getInputStream().readAllBytes()).trim().split(" ");
        warming.add(Double.parseDouble(said[0]));
        first.add(Double.parseDouble(said[1]));
      }
      say(
          "first 64 MiB in a fresh Java, %s: %.0f ms after %.0f ms of warming up",
          how, median(first), median(warming));
    }
  }

  private String rotate() throws Exception {
    SecureRandom random = new SecureRandom();
    VolumeOptions options = VolumeOptions.of(random).withPagesPerSegment(1);
    VolumeId id = new VolumeId("/servers/bench", "data");
    Path file = folder.resolve("rotated.vol");
    KeyEncryptionKey from = kek("https://bench/keys/k/0", random);
    try (Volume volume = Volume.create(file, id, from, options)) {
      volume.writeAll(0, new byte[(KEYS - 1) * Volume.PAGE]);
    }
    List<Double> seconds = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      KeyEncryptionKey to = kek("https://bench/keys/k/" + round, random);
      double before = OpenSsl.rsaPrivate(2);
      long begin = System.nanoTime();
      RotationReport report =
          Volume.rotate(
              file, id, new Volume.Keys(from, to), options, RotationWatch.TO_THE_END);
      double took = (System.nanoTime() - begin) / 1e9;
      double openssl = (before + OpenSsl.rsaPrivate(2)) / 2;
      int privateOperations = report.keyOperations() - report.keysRewrapped();
      seconds.add(took);
      ratios.add(privateOperations / took / openssl);
      say(
          "rotate: %d keys, %d key operations (%d private), %d bytes and %d pages rewritten in"
              + " %.2f s; openssl %.0f private operations/s on two processes",
          report.keysRewrapped(),
          report.keyOperations(),
          privateOperations,
          report.bytesRewritten(),
          report.pagesRewritten(),
          took,
          openssl);
      from = to;
    }
    Volume.delete(file);
    return String.format(
        Locale.ROOT,
        "rotate 1,000 data keys: %.2f s (%.2f of openssl rsa4096 private operations)",
        median(seconds),
        median(ratios));
  }

  private static KeyEncryptionKey kek(String version, SecureRandom random) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(4096, random);
    KeyPair pair = generator.generateKeyPair();
    return new RsaKeyEncryptionKey(pair.getPublic(), pair.getPrivate(), version, random);
  }
}
