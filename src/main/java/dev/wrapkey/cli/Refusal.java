package dev.wrapkey.cli;

/** Arguments that make no sense, with a sentence on what to do. */
final class Refusal extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
