package dev.wrapkey.record;

import dev.wrapkey.provisioning.WholeFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The record on disk. Lines are only ever added, and are on the disk when {@link #append} returns.
 * Several programs may add to it; each waits for the others.
 */
final class RecordFile {

  private static final String NAME = "changes.record";
  private static final String HEAD = "changes.head";
  private static final String LOCK = "changes.lock";

  private final Path file;
  private final Path head;
  private final Path lock;

  RecordFile(Path folder) {
    file = folder.resolve(NAME);
    head = folder.resolve(HEAD);
    lock = folder.resolve(LOCK);
  }

  Path path() {
    return file;
  }

  /**
   * Adds a line.
   *
   * @param line is given its number
   * @param gap is added first, with its number, if lines have gone from the end
   * @param mended is added first, with its number, if a kill had cut off a line
   * @throws UncheckedIOException if it cannot be written; nothing is added then that would be taken
   *     for a line
   */
  synchronized void append(
      LongFunction<Line> line, LongFunction<Line> gap, LongFunction<Line> mended) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (RecordLock held = RecordLock.on(lock)) {
        boolean torn = cutTornLine();
        Head known = readHead();
        Head last = last(known);
        if (!last.equals(known) && !known.isIn(read(known).hashes())) {
          last = add(last, gap);
        }
        if (torn) {
          last = add(last, mended);
        }
        add(last, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Head add(Head last, LongFunction<Line> line) throws IOException {
    long number = last.lines() + 1;
    Link link = Link.after(last.hash(), LineText.format(line.apply(number)));
    // Not a channel: a channel refuses to write for an interrupted thread, and cancelled jobs are
    // interrupted.
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(link.text().getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
    Head added = new Head(number, link.hash());
    WholeFile.write(head, added.text());
    return added;
  }

  /** The last line that is there. The file is only read whole where it is not the one known. */
  private Head last(Head known) throws IOException {
    if (!Files.exists(file)) {
      return Head.NONE;
    }
    Optional<Link> tail = Tail.of(file).flatMap(Link::parse);
    if (tail.isPresent() && tail.get().hash().equals(known.hash())) {
      return known;
    }
    Reading all = read(known);
    return new Head(all.verdict().lines(), all.verdict().fingerprint());
  }

  /** Takes away what stands behind the last end of a line. */
  private boolean cutTornLine() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      long end = Tail.endOfLastLine(open);
      boolean torn = end < open.length();
      if (torn) {
        open.setLength(end);
        open.getFD().sync();
      }
      return torn;
    }
  }

  /** All lines, and whether they are as they were written. */
  Reading read() {
    return read(readHead());
  }

  private Reading read(Head known) {
    if (!Files.exists(file)) {
      return Reading.of(List.of(), known);
    }
    try (Stream<String> lines = Files.lines(file)) {
      return Reading.of(lines.toList(), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Head readHead() {
    try {
      return Files.exists(head) ? Head.parse(Files.readString(head)) : Head.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
