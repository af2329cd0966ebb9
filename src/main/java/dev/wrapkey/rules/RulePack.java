package dev.wrapkey.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The rules that Wrapkey knows, with their documents and dates ({@code rulepack.properties}) and
 * their texts ({@code rules.properties}). Both are read once; a rule without either fails loudly.
 */
public final class RulePack {

  private static final Map<String, Rule> RULES = rules(read("rulepack"));
  private static final Properties TEXTS = read("rules");

  private RulePack() {}

  /** All rules, by id. */
  public static Collection<Rule> all() {
    return RULES.values();
  }

  /**
   * One rule.
   *
   * @throws IllegalArgumentException if there is no rule of that id
   */
  public static Rule rule(String id) {
    Rule rule = RULES.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no such rule: " + id);
    }
    return rule;
  }

  /**
   * A finding with the text of the rule, its places filled in.
   *
   * @throws IllegalArgumentException if there is no rule of that id, or no text for it
   */
  public static Finding finding(String id, String... places) {
    return new Finding(id, rule(id).severity(), words(id, places));
  }

  /**
   * The text of a key that is a rule's id, or begins with one.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String words(String key, String... places) {
    String pattern = TEXTS.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(places);
  }

  private static Map<String, Rule> rules(Properties lines) {
    Map<String, Rule> rules = new TreeMap<>();
    for (String id : lines.stringPropertyNames()) {
      String[] parts = lines.getProperty(id).split("\\|", -1);
      if (parts.length != 3) {
        throw new IllegalStateException("rule " + id + " needs severity | date | source");
      }
      rules.put(
          id, new Rule(id, Severity.valueOf(parts[0].strip()), parts[2].strip(), parts[1].strip()));
    }
    return rules;
  }

  private static Properties read(String name) {
    Properties file = new Properties();
    String path = "/dev/wrapkey/" + name + ".properties";
    try (InputStream in = RulePack.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no file " + path);
      }
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return file;
  }
}
