package dev.wrapkey.ui.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Every word a person reads. One file of {@code text/} per screen; a key appears in one file only
 * and starts with the file's name.
 */
public final class Texts extends ResourceBundle {

  /** The files, in {@code dev/wrapkey/text}. */
  public static final List<String> FILES =
      List.of(
          "shell",
          "notification",
          "practice",
          "rehearsal",
          "home",
          "create",
          "basics",
          "compute",
          "availability",
          "cost",
          "networking",
          "security",
          "tags",
          "review",
          "copy",
          "template",
          "planfile",
          "form",
          "identity",
          "key",
          "vault",
          "keypage",
          "rulebook",
          "preflight",
          "record",
          "policy",
          "impact",
          "breaking",
          "deployment",
          "server",
          "encryption",
          "rotation",
          "waves",
          "health",
          "inside",
          "failure",
          "control",
          "recovery",
          "watch",
          "signin",
          "about",
          "settings",
          "connection",
          "guide",
          "keyboard");

  private static final Texts ALL = new Texts();

  private final Map<String, String> texts = new HashMap<>();

  private Texts() {
    FILES.forEach(this::read);
  }

  /** The bundle for FXML. */
  public static ResourceBundle bundle() {
    return ALL;
  }

  /**
   * A text with its places filled in.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public static String text(String key, Object... arguments) {
    String pattern = ALL.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern).format(arguments);
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }

  private void read(String name) {
    Properties file = new Properties();
    String path = "/dev/wrapkey/text/" + name + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no texts: " + path);
      }
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    file.forEach((key, value) -> texts.put((String) key, (String) value));
  }
}
