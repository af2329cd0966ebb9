package dev.wrapkey.simulator.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The end of a table while rows are added to it: what changed, and what comes next. */
final class Table {

  private final SortedMap<Long, HeapPage> changed = new TreeMap<>();
  private final LongFunction<byte[]> stored;
  private long pages;

  /**
   * @param pages that are stored
   * @param stored reads one of them
   */
  Table(long pages, LongFunction<byte[]> stored) {
    this.pages = pages;
    this.stored = stored;
  }

  /** Number of the row that comes next. */
  long nextRow() {
    return pages == 0 ? Row.FIRST : page(pages - 1).last().map(r -> r.id() + 1).orElse(Row.FIRST);
  }

  /** The page that will take the row. */
  long pageFor(Row row) {
    return pages > 0 && page(pages - 1).takes(row) ? pages - 1 : pages;
  }

  /** Does what the log says, unless the page knows it already. */
  void apply(LogPage.Insertion insertion) {
    long number = insertion.page();
    HeapPage page = number < pages ? page(number) : HeapPage.empty();
    if (page.position() < insertion.position()) {
      if (!page.add(number, insertion.row(), insertion.position())) {
        throw new IllegalStateException("the log adds a row to page " + number + ", which is full");
      }
      changed.put(number, page);
      pages = Math.max(pages, number + 1);
    }
  }

  private HeapPage page(long number) {
    HeapPage mine = changed.get(number);
    return mine == null ? HeapPage.of(stored.apply(number)) : mine;
  }

  /** First page that changed; the changed ones are neighbours. */
  long firstChanged() {
    return changed.isEmpty() ? pages : changed.firstKey();
  }

  List<byte[]> changedPages() {
    List<byte[]> all = new ArrayList<>();
    changed.values().forEach(page -> all.add(page.bytes()));
    return all;
  }

  long pages() {
    return pages;
  }
}
