package dev.wrapkey.simulator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a query.
 *
 * @param kind what it is
 * @param text as written; of a text literal what it stands for
 * @param line from 1
 * @param column from 0
 */
record Token(Kind kind, String text, int line, int column) {

  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  // Ours: no query of a person or of az is as long, and reading takes the square of it.
  private static final int LONGEST = 10_000;

  private static final Pattern WORD =
      Pattern.compile(
          "(?<space>\\s+|//[^\\n"
              + "]*)|(?<name>!?[A-Za-z_$][A-Za-z0-9_$]*~?)|(?<number>\\d+(\\.\\d+)?)"
              + "|@(?<plain>'[^']*'|\"[^\"]*\")|(?<text>'[^'\\\\\\n"
              + "]*+(?:\\\\.[^'\\\\\\n"
              + "]*+)*+'|\"[^\"\\\\\\n"
              + "]*+(?:\\\\.[^\"\\\\\\n"
              + "]*+)*+\")|(?<sign>==|=~|!=|!~|<=|>=|[|,.()\\[\\]=<>])");

  static List<Token> all(String query) {
    if (query.length() > LONGEST) {
      throw QueryRefused.at(token(Kind.END, "", query, LONGEST));
    }
    List<Token> found = new ArrayList<>();
    Matcher matcher = WORD.matcher(query);
    int at = 0;
    while (at < query.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw QueryRefused.at(token(Kind.SIGN, query.substring(at, at + 1), query, at));
      }
      if (matcher.group("space") == null) {
        found.add(read(matcher, query, at));
      }
      at = matcher.end();
    }
    found.add(token(Kind.END, "", query, query.length()));
    return found;
  }

  private static Token read(Matcher matcher, String query, int at) {
    if (matcher.group("name") != null) {
      return token(Kind.NAME, matcher.group(), query, at);
    }
    if (matcher.group("number") != null) {
      return token(Kind.NUMBER, matcher.group(), query, at);
    }
    if (matcher.group("sign") != null) {
      return token(Kind.SIGN, matcher.group(), query, at);
    }
    String plain = matcher.group("plain");
    return token(
        Kind.TEXT, plain == null ? unescaped(inner(matcher.group())) : inner(plain), query, at);
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\(.)")
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "t" -> "\t";
                      case "r" -> "\r";
                      default -> escape.group(1);
                    }));
  }

  private static Token token(Kind kind, String text, String query, int at) {
    String before = query.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Token(kind, text, line + 1, at - (before.lastIndexOf('\n') + 1));
  }

  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
  }
}
