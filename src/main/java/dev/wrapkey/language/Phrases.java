package dev.wrapkey.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;

/**
 * What the parts below the screens say to a person, in the language of this run ({@code
 * phrases.properties}). The screens have words of their own.
 */
public final class Phrases {

  private static final Properties ALL =
      read("/dev/wrapkey/phrases" + Language.ofThisRun().suffix() + ".properties");

  private Phrases() {}

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
