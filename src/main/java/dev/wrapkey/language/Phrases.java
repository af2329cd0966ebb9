package dev.wrapkey.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;

/**
 * What the parts below the screens say to a person, in the language of this run. The screens have
 * words of their own.
 */
public final class Phrases {

  /** The files, in {@code dev/wrapkey}: what is said, and why something was not done. */
  public static final List<String> FILES = List.of("phrases", "refusals");

  private static final Properties ALL = all();

  private Phrases() {}

  private static Properties all() {
    Properties all = new Properties();
    String end = Language.ofThisRun().suffix() + ".properties";
    FILES.forEach(file -> all.putAll(read("/dev/wrapkey/" + file + end)));
    return all;
  }

  /**
   * A phrase with its places filled in.
   *
   * @throws IllegalArgumentException if there is no such phrase
   */
  public static String say(String key, Object... places) {
    String pattern = ALL.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no phrase " + key);
    }
    return new MessageFormat(pattern, Language.ofThisRun().locale()).format(places);
  }

  /**
   * The lines of a file of words.
   *
   * @throws IllegalStateException if there is no such file
   */
  public static Properties read(String path) {
    Properties words = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no file " + path);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return words;
  }
}
