package dev.wrapkey.simulator.query;

import java.util.List;
import java.util.stream.Collectors;

/** The words of a query, read one after the other. */
final class Words {

  private final List<Token> tokens;
  private int at;

  Words(String query) {
    this.tokens = Token.all(query);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** Takes a word if it comes next. */
  boolean take(String word) {
    boolean there = peek().is(word);
    if (there) {
      next();
    }
    return there;
  }

  void expect(String word) {
    Token token = next();
    if (!token.is(word)) {
      throw QueryRefused.at(token);
    }
  }

  String name() {
    return expect(Token.Kind.NAME);
  }

  String expect(Token.Kind kind) {
    Token token = next();
    if (token.kind() != kind) {
      throw QueryRefused.at(token);
    }
    return token.text();
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** How many words were read. */
  int position() {
    return at;
  }

  /** The names since a position, as Kusto calls a column that nobody has named. */
  String namedSince(int position) {
    return tokens.subList(position, at).stream()
        .filter(token -> token.kind() != Token.Kind.SIGN)
        .map(Token::text)
        .collect(Collectors.joining("_"));
  }

  /** Whether the word after the next one is this. */
  boolean follows(String word) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(word);
  }
}
