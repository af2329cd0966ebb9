package dev.wrapkey.encryption;

import dev.wrapkey.encryption.Lanes.Lane;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;

/** Seals runs of pages into blocks and opens them again. */
final class Pages {

  private final VolumeFile file;
  private final KeyRing keys;
  private final Lanes lanes;

  Pages(VolumeFile file, KeyRing keys, Lanes lanes) {
    this.file = file;
    this.keys = keys;
    this.lanes = lanes;
  }

  /** Neighbouring pages of one segment. */
  record Part(int segment, long first, int count) {}

  /** Neighbouring pages of one segment that lie in neighbouring blocks, with rising versions. */
  private record Run(SegmentKey key, long first, long version, Blocks.Run blocks) {}

  /** The parts of a range, one a segment. */
  List<Part> parts(long first, int count) {
    int size = file.header().pagesPerSegment();
    List<Part> parts = new ArrayList<>();
    long end = first + count;
    for (long at = first; at < end; ) {
      long next = Math.min(end, (at / size + 1) * size);
      parts.add(new Part(Math.toIntExact(at / size), at, (int) (next - at)));
      at = next;
    }
    return parts;
  }

  /** Seals pages under the given keys, one a part, and stores them; part of a change. */
  void store(List<Part> parts, List<SegmentKey> sealing, PageSource source) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      addRuns(parts.get(i), sealing.get(i), runs);
    }
    lanes.share(runs.size(), (lane, i) -> seal(lane, runs.get(i), source));
    for (Run run : runs) {
      for (int i = 0; i < run.blocks.count(); i++) {
        file.put(run.first + i, run.version + i, run.blocks.first() + i);
      }
    }
  }

  private void addRuns(Part part, SegmentKey key, List<Run> runs) {
    long version = key.numbers().take(part.count);
    for (int done = 0; done < part.count; ) {
      Blocks.Run blocks = file.blocks().takeRun(Math.min(Lanes.RUN, part.count - done));
      runs.add(new Run(key, part.first + done, version + done, blocks));
      done += blocks.count();
    }
  }

  private void seal(Lane lane, Run run, PageSource source) {
    int count = run.blocks.count();
    Span room = file.blocks().room(run.blocks, lane.scratch(count));
    for (int i = 0; i < count; i++) {
      Span plain = source.page(lane, run.first + i);
      Span out = room.part(i * Blocks.SIZE, Blocks.SIZE);
      lane.seal.seal(run.key, run.first + i, run.version + i, plain, out);
    }
    file.blocks().write(run.blocks, room);
  }

  /** Opens neighbouring pages into {@code out}. */
  void open(long first, int count, Span out) {
    List<Part> runs = runs(first, count);
    lanes.share(
        runs.size(),
        (lane, i) -> {
          Part run = runs.get(i);
          int at = (int) (run.first - first) * PageSeal.PLAIN;
          open(lane, run, out.part(at, run.count * PageSeal.PLAIN));
        });
  }

  private List<Part> runs(long first, int count) {
    List<Part> runs = new ArrayList<>();
    for (Part part : parts(first, count)) {
      long end = part.first + part.count;
      for (long at = part.first; at < end; ) {
        int length = together(at, (int) Math.min(Lanes.RUN, end - at));
        runs.add(new Part(part.segment, at, length));
        at += length;
      }
    }
    return runs;
  }

  private int together(long page, int most) {
    long block = file.pages().block(page);
    int length = 1;
    while (length < most && file.pages().block(page + length) == block + length) {
      length++;
    }
    return length;
  }

  private void open(Lane lane, Part run, Span out) {
    SegmentKey key = keys.get(run.segment);
    Span stored = file.view(file.pages().block(run.first), lane.scratch(run.count));
    for (int i = 0; i < run.count; i++) {
      open(
          lane,
          key,
          run.first + i,
          stored.part(i * Blocks.SIZE, Blocks.SIZE),
          out.part(i * PageSeal.PLAIN, PageSeal.PLAIN));
    }
  }

  private void open(Lane lane, SegmentKey key, long page, Span stored, Span out) {
    try {
      long version = file.pages().version(page);
      lane.seal.open(key.at(version), page, version, stored, out);
    } catch (AEADBadTagException _) {
      throw VolumeDamaged.page(
          file.path(), page, "what is stored is not the page that was last written there");
    }
  }

  /** The pages of a segment as they are, for sealing them under another key. */
  PageSource present() {
    return (lane, page) -> {
      SegmentKey key = keys.get((int) (page / file.header().pagesPerSegment()));
      Span stored = file.view(file.pages().block(page), Span.of(lane.stored));
      Span plain = Span.of(lane.plain);
      open(lane, key, page, stored, plain);
      return plain;
    };
  }
}
