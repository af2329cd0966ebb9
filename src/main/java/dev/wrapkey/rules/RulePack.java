package dev.wrapkey.rules;

import dev.wrapkey.language.Language;
import dev.wrapkey.language.Phrases;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SequencedMap;

/**
 * The rules that Wrapkey knows: what the documents say, with their dates ({@code
 * rulepack/statements.txt}, {@code rulepack/documents.txt}), and what a person reads who breaks one
 * ({@code rules.properties}, in the language of this run). All are read once; what is missing or
 * malformed fails loudly.
 */
public final class RulePack {

  private static final SequencedMap<String, Rule> RULES = RuleFiles.read();
  private static final Properties TEXTS =
      Phrases.read("/dev/wrapkey/rules" + Language.ofThisRun().suffix() + ".properties");

  private RulePack() {}

  /** All rules, those of one family together and by number. */
  public static List<Rule> all() {
    return List.copyOf(RULES.values());
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
}
