package dev.wrapkey.app;

import dev.wrapkey.ui.view.Memory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A memory in a file, which is replaced whole at each change. One that cannot be read is set aside,
 * and the memory begins anew.
 */
final class Settings implements Memory {

  static final String FILE = "settings.properties";

  /** Under this name the memory knows the file that was set aside, until somebody has told it. */
  static final String SET_ASIDE = "settings.broken";

  private static final Logger LOG = Logger.getLogger(Settings.class.getName());

  private final Path file;
  private final Properties values = new Properties();

  Settings(Path file) {
    this.file = file;
    try {
      read(Files.readString(file));
    } catch (NoSuchFileException first) {
      LOG.log(Level.FINE, "no settings yet", first);
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.log(Level.WARNING, "the settings cannot be read and are set aside", damaged);
      values.clear();
      setAside();
    }
  }

  /** The settings of a state folder. */
  static Settings in(Path state) {
    return new Settings(state.resolve(FILE));
  }

  private void read(String text) throws IOException {
    if (text.indexOf('\0') >= 0) { // a file whose bytes have never reached the disk
      throw new IOException("there are zeros in it");
    }
    values.load(new StringReader(text));
  }

  private void setAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      keep(SET_ASIDE, aside.toString());
    } catch (IOException stuck) {
      LOG.log(Level.WARNING, "broken settings cannot be set aside", stuck);
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
    try {
      StringWriter text = new StringWriter();
      values.store(text, null);
      WholeFile.write(file, text.toString());
    } catch (IOException unwritable) {
      LOG.log(Level.WARNING, "settings cannot be kept", unwritable);
    }
  }

  /** Everything that is kept, by name. */
  synchronized SequencedMap<String, String> all() {
    SequencedMap<String, String> all = new TreeMap<>();
    values.stringPropertyNames().forEach(name -> all.put(name, values.getProperty(name)));
    return all;
  }
}
