package dev.wrapkey.simulator.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The file of a state while nobody uses it. It is never changed in place: what is to be changed is
 * written to a new file, which then takes the old one's name in one step. A kill leaves the old
 * file or the new one.
 *
 * @param path of the file
 */
record StateFile(Path path) {

  static MVStore open(Path path) {
    return new MVStore.Builder()
        .fileName(path.toString())
        .autoCommitDisabled()
        .autoCompactFillRate(0)
        .open();
  }

  private static MVStore read(Path path) {
    return new MVStore.Builder().fileName(path.toString()).readOnly().open();
  }

  /**
   * The version of the stored form: 0 for a state from before there was a stamp, {@code current}
   * for one that is not there yet.
   */
  int version(int current) throws IOException {
    if (size() == 0) {
      return current;
    }
    MVStore file = read(path);
    try {
      if (file.getMapNames().isEmpty()) {
        return current;
      }
      String stamp = file.<String, String>openMap(DurableStore.NOTES).get(DurableStore.STAMP);
      return stamp == null ? 0 : Integer.parseInt(stamp);
    } finally {
      file.closeImmediately();
    }
  }

  /** Bytes of the file; 0 if there is none. */
  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** A number among the notes; 0 if it is not there. */
  long number(String note) {
    MVStore file = read(path);
    try {
      String text = file.<String, String>openMap(DurableStore.NOTES).get(note);
      return text == null ? 0 : Long.parseLong(text);
    } finally {
      file.closeImmediately();
    }
  }

  /** Bytes of all keys and values. */
  long content() {
    MVStore file = read(path);
    try {
      long bytes = 0;
      for (String name : file.getMapNames()) {
        MVMap<String, String> map = file.openMap(name);
        for (var entry : map.entrySet()) {
          bytes += entry.getKey().length() + entry.getValue().length();
        }
      }
      return bytes;
    } finally {
      file.closeImmediately();
    }
  }

  /** Copies it beside itself, for good. */
  void keepAs(String name) throws IOException {
    Path draft = path.resolveSibling(name + ".new");
    Files.copy(path, draft, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.file(draft);
    replace(draft, path.resolveSibling(name));
  }

  /** Writes what it holds to a new file, changed, which takes its place. */
  void rewrite(Consumer<MVStore> change) throws IOException {
    Path draft = path.resolveSibling("state.mv.new");
    Files.deleteIfExists(draft);
    MVStore old = read(path);
    MVStore fresh = open(draft);
    try {
      for (String name : old.getMapNames()) {
        MVMap<String, String> from = old.openMap(name);
        MVMap<String, String> to = fresh.openMap(name);
        from.forEach(to::put);
      }
      change.accept(fresh);
      fresh.commit();
      fresh.sync();
      fresh.close(0);
    } finally {
      fresh.closeImmediately();
      old.closeImmediately();
    }
    OwnerOnly.file(draft);
    replace(draft, path);
  }

  private static void replace(Path draft, Path target) throws IOException {
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
