package dev.wrapkey.simulator.query;

/** A query that cannot be understood, with the place of the first word that does not fit. */
public final class QueryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Token token;

  QueryRefused(String code, Token token) {
    super(code + " at '" + token.text() + "'");
    this.code = code;
    this.token = token;
  }

  static QueryRefused at(Token token) {
    return new QueryRefused("ParserFailure", token);
  }

  /** {@code ParserFailure}, or {@code UnknownColumn}, which is our own word. */
  public String code() {
    return code;
  }

  /** From 1. */
  public int line() {
    return token.line();
  }

  /** From 0. */
  public int column() {
    return token.column();
  }

  /** The word that does not fit; empty at the end. */
  public String token() {
    return token.text();
  }
}
