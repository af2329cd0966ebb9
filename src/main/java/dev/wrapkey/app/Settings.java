package dev.wrapkey.app;

import dev.wrapkey.ui.view.Memory;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A memory in a file, which is replaced whole at each change. An unreadable one is empty. */
final class Settings implements Memory {

  private static final Logger LOG = Logger.getLogger(Settings.class.getName());

  private final Path file;
  private final Properties values = new Properties();

  Settings(Path file) {
    this.file = file;
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.log(Level.FINE, "no settings", unreadable);
    }
  }

  @Override
  public synchronized String recall(String name, String otherwise) {
    return values.getProperty(name, otherwise);
  }

  @Override
  public synchronized void keep(String name, String value) {
    if (value.equals(values.setProperty(name, value))) {
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer writer = Files.newBufferedWriter(unfinished)) {
        values.store(writer, null);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      LOG.log(Level.WARNING, "settings cannot be kept", unwritable);
    }
  }
}
