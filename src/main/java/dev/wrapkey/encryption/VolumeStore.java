package dev.wrapkey.encryption;

import dev.wrapkey.encryption.KeyRing.Fresh;
import dev.wrapkey.encryption.Pages.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The pages of an open volume with the keys they need: makes data keys for new segments, reserves
 * seal numbers, seals a segment anew when its data key ends.
 *
 * <p>Reading may be done by several threads, changing by one while nobody reads.
 */
final class VolumeStore implements AutoCloseable {

  private final VolumeFile file;
  private final KeyRing keys;
  private final Pages pages;
  private final VolumeOptions options;

  VolumeStore(VolumeFile file, KeyRing keys, VolumeOptions options) {
    this.file = file;
    this.keys = keys;
    this.options = options;
    this.pages = new Pages(file, keys, new Lanes(options.threads()));
  }

  VolumeFile file() {
    return file;
  }

  int segments() {
    return keys.size();
  }

  void read(long first, int count, Span into) {
    file.requireWhole();
    pages.open(first, count, into);
  }

  /** Which of neighbouring pages are not what was last written there. */
  List<Long> damaged(long first, int count) {
    Objects.checkFromIndexSize(first, count, file.pages().pages());
    byte[] plain = new byte[Lanes.RUN * PageSeal.PLAIN];
    List<Long> damaged = new ArrayList<>();
    for (long at = first; at < first + count; at += Lanes.RUN) {
      int run = (int) Math.min(Lanes.RUN, first + count - at);
      if (!opens(at, run, plain)) {
        for (long page = at; page < at + run; page++) {
          if (!opens(page, 1, plain)) {
            damaged.add(page);
          }
        }
      }
    }
    return damaged;
  }

  private boolean opens(long first, int count, byte[] plain) {
    try {
      read(first, count, Span.of(plain).part(0, count * PageSeal.PLAIN));
      return true;
    } catch (VolumeDamaged _) {
      return false;
    }
  }

  /** The data keys in memory. */
  KeyRing keys() {
    return keys;
  }

  /** The pages, plain, to be sealed elsewhere. */
  PageSource plain() {
    return pages.present();
  }

  /**
   * Seals and stores neighbouring pages.
   *
   * @throws KeyUnavailable if a new data key is needed and cannot be wrapped; nothing is written
   *     then
   */
  void write(long first, int count, PageSource source) throws KeyUnavailable {
    List<Part> parts = pages.parts(first, count);
    for (Part part : parts) {
      requireNumbers(part.count(), 0);
    }
    List<Part> known = parts.stream().filter(part -> part.segment() < keys.size()).toList();
    for (Part part : known) {
      if (!keys.get(part.segment()).numbers().allows(part.count())) {
        requireNumbers(part.count(), pagesIn(part.segment()));
        rekey(part.segment());
      }
    }
    reserve(known);
    List<Fresh> fresh = keys.make(parts.size() - known.size());
    file.change(
        keys.volumeKey(),
        UnaryOperator.identity(),
        () -> {
          for (int i = 0; i < fresh.size(); i++) {
            Part part = parts.get(known.size() + i);
            keys.put(part.segment(), enter(part.segment(), fresh.get(i), part.count()));
          }
          pages.store(parts, parts.stream().map(p -> keys.get(p.segment())).toList(), source);
        });
  }

  private void requireNumbers(int count, int pagesToSealAnew) {
    if ((long) count + pagesToSealAnew > options.sealLimit()) {
      throw new DataKeyExhausted(options.sealLimit());
    }
  }

  private int pagesIn(int segment) {
    long size = file.header().pagesPerSegment();
    return (int) Math.min(size, file.pages().pages() - segment * size);
  }

  /**
   * Puts a new data key into the table with its first seal numbers. They need no reserving before:
   * no key that was not durable can ever be used again.
   */
  private SegmentKey enter(int segment, Fresh fresh, int count) {
    SegmentKey key = keys.open(fresh.key(), fresh.entry());
    long bound = key.numbers().wanted(count);
    file.keys().put(1 + segment, fresh.entry().reserving(bound));
    key.numbers().reserved(bound);
    return key;
  }

  private void reserve(List<Part> parts) {
    List<Part> short_ = new ArrayList<>();
    for (Part part : parts) {
      if (!keys.get(part.segment()).numbers().covers(part.count())) {
        short_.add(part);
      }
    }
    if (short_.isEmpty()) {
      return;
    }
    file.change(
        keys.volumeKey(),
        UnaryOperator.identity(),
        () -> {
          for (Part part : short_) {
            long bound = keys.get(part.segment()).numbers().wanted(part.count());
            KeyEntry entry = file.keys().get(1 + part.segment());
            file.keys().put(1 + part.segment(), entry.reserving(bound));
          }
        });
    for (Part part : short_) {
      SealNumbers numbers = keys.get(part.segment()).numbers();
      numbers.reserved(numbers.wanted(part.count()));
    }
  }

  /** Seals a segment anew under a new data key; the old one is zeroed once that is durable. */
  RekeyReport rekey(int segment) throws KeyUnavailable {
    requireNumbers(pagesIn(segment), 0);
    return rekey(segment, keys.makeVerified());
  }

  private RekeyReport rekey(int segment, Fresh fresh) {
    int count = pagesIn(segment);
    List<SegmentKey> sealing = new ArrayList<>();
    long first = (long) segment * file.header().pagesPerSegment();
    file.change(
        keys.volumeKey(),
        counters -> counters.rekeyed(),
        () -> {
          sealing.add(enter(segment, fresh, count));
          pages.store(List.of(new Part(segment, first, count)), sealing, pages.present());
        });
    keys.put(segment, sealing.getFirst());
    if (file.keys().origin().isEmpty()) {
      keys.forgetOrigin();
    }
    return new RekeyReport(1, 2, count);
  }

  /** Seals the inherited segments anew under data keys of the volume's own. */
  RekeyReport rekeyInherited(RotationWatch watch) throws KeyUnavailable {
    List<Integer> due =
        IntStream.range(0, keys.size())
            .filter(segment -> file.keys().get(1 + segment).inherited())
            .boxed()
            .toList();
    RekeyReport all = new RekeyReport(0, 0, 0);
    boolean goesOn = true;
    for (int done = 0; done < due.size() && goesOn; done++) {
      all = all.and(rekey(due.get(done)));
      goesOn = watch.goesOn(done + 1, due.size());
    }
    return all;
  }

  /** Seals every segment anew under new data keys that {@code to} wraps. */
  RekeyReport rekey(KeyEncryptionKey to, RotationWatch watch) throws KeyUnavailable {
    RekeyReport all = new RekeyReport(0, 0, 0);
    boolean goesOn = true;
    for (int segment = 0; segment < keys.size() && goesOn; segment++) {
      requireNumbers(pagesIn(segment), 0);
      all = all.and(rekey(segment, keys.makeVerified(to)));
      goesOn = watch.goesOn(segment + 1, keys.size());
    }
    if (goesOn) {
      all = all.and(new RekeyReport(0, rewrap(to, RotationWatch.TO_THE_END).keyOperations(), 0));
    }
    return all;
  }

  /** Wraps every data key by {@code to}. */
  RotationReport rewrap(KeyEncryptionKey to, RotationWatch watch) throws KeyUnavailable {
    Rotation.Keys open = new Rotation.Unwrapped(i -> keys.get(i - 1));
    RotationReport report = new Rotation(file, to, options, watch, open).run(keys.volumeKey());
    keys.wrapBy(to);
    return report;
  }

  @Override
  public void close() {
    keys.close();
  }
}
