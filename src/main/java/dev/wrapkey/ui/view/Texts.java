package dev.wrapkey.ui.view;

import dev.wrapkey.language.Language;
import dev.wrapkey.language.Phrases;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Every word a person reads, in the language of this run. One file of {@code text/} per screen and
 * language; a key appears in one file only and starts with the file's name.
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

  private static final Texts ALL = new Texts(Language.ofThisRun());

  private final Map<String, String> texts = new HashMap<>();
  private final Locale locale;

  private Texts(Language language) {
    FILES.forEach(this::read);
    FILES.stream()
        .filter(name -> !language.suffix().isEmpty())
        .map(name -> name + language.suffix())
        .filter(name -> Texts.class.getResource(path(name)) != null)
        .forEach(this::read);
    locale = language.locale();
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
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, ALL.locale).format(arguments);
  }

  /** For numbers and dates that a person reads. */
  public static Locale locale() {
    return ALL.locale;
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
    Properties file = Phrases.read(path(name));
    file.forEach((key, value) -> texts.put((String) key, (String) value));
  }

  private static String path(String name) {
    return "/dev/wrapkey/text/" + name + ".properties";
  }
}
