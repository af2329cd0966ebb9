package dev.wrapkey.simulator.fault;

/** An order for a fault that cannot be carried out, with a sentence for a person. */
public final class FaultRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field which part of the order makes no sense
   * @param words a sentence for a person
   */
  public FaultRefused(String field, String words) {
    super(words);
    this.field = field;
  }

  /** Which part of the order makes no sense; {@code name} for the fault itself. */
  public String field() {
    return field;
  }

  /** The sentence. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
