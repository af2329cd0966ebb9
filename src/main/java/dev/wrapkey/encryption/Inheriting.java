package dev.wrapkey.encryption;

import dev.wrapkey.encryption.Origin.Heir;
import java.util.function.UnaryOperator;

/** Takes over the sealed pages of another volume together with their data keys. */
final class Inheriting {

  private Inheriting() {}

  static void pages(VolumeStore from, VolumeStore to, long pages) {
    require(to.file().pages().pages() == 0, "a volume with pages inherits nothing");
    require(pages <= from.file().pages().pages(), "there are not so many pages");
    require(from.file().keys().origin().isEmpty(), "what was inherited is not passed on");
    require(
        from.file().header().pagesPerSegment() == to.file().header().pagesPerSegment(),
        "the segments are not of one size");
    if (pages > 0) {
      check(from, pages);
      take(from, to, pages);
    }
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static void check(VolumeStore from, long pages) {
    byte[] plain = new byte[Lanes.RUN * PageSeal.PLAIN];
    for (long first = 0; first < pages; first += Lanes.RUN) {
      int count = (int) Math.min(Lanes.RUN, pages - first);
      from.read(first, count, Span.of(plain).part(0, count * PageSeal.PLAIN));
    }
  }

  private static void take(VolumeStore from, VolumeStore to, long pages) {
    long size = from.file().header().pagesPerSegment();
    int segments = Math.toIntExact((pages + size - 1) / size);
    KeyTable theirs = from.file().keys();
    long until = 1;
    for (int segment = 0; segment < segments; segment++) {
      until = Math.max(until, theirs.get(1 + segment).unreserved());
    }
    Heir heir = new Heir(to.file().keys().get(0).id(), to.keys().volumeKey());
    DataKey volumeKey = from.keys().volumeKey();
    Origin origin =
        Origin.of(
            from.file().header().volume(), theirs.get(0).inheritedFrom(until), volumeKey, heir);
    to.keys().inherit(origin, volumeKey);
    to.file()
        .change(
            to.keys().volumeKey(),
            UnaryOperator.identity(),
            () -> {
              to.file().keys().inherit(origin);
              for (int segment = 0; segment < segments; segment++) {
                KeyEntry entry = theirs.get(1 + segment).inheritedFrom(origin.until());
                DataKey key = from.keys().get(segment).dataKey().again();
                to.file().keys().put(1 + segment, entry);
                to.keys().put(segment, to.keys().open(key, entry));
              }
              copy(from.file(), to.file(), pages);
            });
  }

  private static void copy(VolumeFile from, VolumeFile to, long pages) {
    byte[] stored = new byte[Blocks.SIZE];
    for (long page = 0; page < pages; page++) {
      Span seen = from.view(from.pages().block(page), Span.of(stored));
      Blocks.Run place = to.blocks().takeRun(1);
      to.blocks().write(place, seen);
      to.put(page, from.pages().version(page), place.first());
    }
  }
}
