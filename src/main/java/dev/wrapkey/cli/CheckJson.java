package dev.wrapkey.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.rules.Rule;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A report for programs, as JSON. Names that are there stay what they are. */
public final class CheckJson {

  private CheckJson() {}

  /**
   * The report, indented.
   *
   * @param whose who has looked, and where
   */
  public static String text(Report report, Signature whose) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(of(report, whose));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Map<String, Object> of(Report report, Signature whose) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      counts.put(word(verdict), report.count(verdict));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("obstructs", report.obstructs());
    all.put("certain", report.isCertain());
    all.put("milliseconds", report.took().toMillis());
    all.put("counts", counts);
    all.putAll(whose.facts());
    all.put("checks", report.checks().stream().map(CheckJson::check).toList());
    return all;
  }

  private static Map<String, Object> check(Check check) {
    Rule rule = check.origin();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("rule", check.rule());
    one.put("purpose", word(check.purpose()));
    one.put("verdict", word(check.verdict()));
    one.put("message", check.message());
    one.put("severity", word(rule.severity()));
    one.put("source", rule.source());
    one.put("date", rule.date());
    check.remedy().ifPresent(remedy -> one.put("remedy", remedy(remedy)));
    return one;
  }

  private static Map<String, Object> remedy(Remedy remedy) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("words", remedy.words());
    one.put("command", remedy.command());
    one.put("irreversible", remedy.isIrreversible());
    return one;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
