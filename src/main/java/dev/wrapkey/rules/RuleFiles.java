package dev.wrapkey.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Reads the rules from {@code documents.txt} and {@code statements.txt}; what is wrong is told. */
final class RuleFiles {

  private static final Map<String, Profile> PROFILES =
      Map.of(
          "current", Profile.CURRENT,
          "2023", Profile.JANUARY_2023,
          "cosmos", Profile.COSMOS_DB,
          "single", Profile.SINGLE_SERVER);

  private RuleFiles() {}

  /** The rules of the program, by id, in the order of the file. */
  static SequencedMap<String, Rule> read() {
    return rules(lines("documents"), lines("statements"));
  }

  /**
   * The rules by id.
   *
   * @throws IllegalStateException if a line is not as it should be, or an older document stands
   *     before a newer one
   */
  static SequencedMap<String, Rule> rules(List<String> documents, List<String> statements) {
    Map<String, Document> known = new LinkedHashMap<>();
    for (String line : documents) {
      String[] parts = parts(line, 3);
      if (known.put(parts[0], new Document(parts[2], parts[1])) != null) {
        throw new IllegalStateException("twice: " + line);
      }
    }
    SequencedMap<String, List<Statement>> said = new LinkedHashMap<>();
    for (String line : statements) {
      String[] parts = parts(line, 4);
      said.computeIfAbsent(parts[0], id -> new ArrayList<>()).addAll(statements(parts, known));
    }
    SequencedMap<String, Rule> rules = new LinkedHashMap<>();
    said.forEach((id, all) -> rules.put(id, new Rule(id, inOrder(id, all))));
    return rules;
  }

  private static List<Statement> statements(String[] parts, Map<String, Document> documents) {
    List<Statement> statements = new ArrayList<>();
    for (String where : parts[2].split(",")) {
      String[] pair = where.strip().split(":");
      Profile profile = PROFILES.get(pair[0]);
      Document document = pair.length == 2 ? documents.get(pair[1]) : null;
      if (profile == null || document == null) {
        throw new IllegalStateException(
            "no such profile or document: " + where + " of " + parts[0]);
      }
      statements.add(new Statement(profile, Severity.valueOf(parts[1]), document, parts[3]));
    }
    return statements;
  }

  private static List<Statement> inOrder(String id, List<Statement> all) {
    for (int i = 0; i < all.size(); i++) {
      Statement upper = all.get(i);
      for (Statement lower : all.subList(i + 1, all.size())) {
        if (lower.profile() == upper.profile() && lower.document().isNewerThan(upper.document())) {
          throw new IllegalStateException(id + ": a newer document stands below an older one");
        }
      }
    }
    return all;
  }

  private static String[] parts(String line, int count) {
    String[] parts = Stream.of(line.split("\\|", count)).map(String::strip).toArray(String[]::new);
    if (parts.length != count) {
      throw new IllegalStateException("needs " + count + " parts: " + line);
    }
    return parts;
  }

  private static List<String> lines(String name) {
    String path = "/dev/wrapkey/rulepack/" + name + ".txt";
    try (InputStream in = RuleFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no file " + path);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
