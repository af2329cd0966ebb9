package dev.wrapkey.simulator.world;

/** A request that Azure refuses, with the status and the words it refuses with. Not a bug. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String inner;

  /**
   * @param status HTTP status
   * @param code the service's code
   * @param inner Key Vault's second, more precise code; empty elsewhere
   * @param message the service's text
   */
  public Refusal(int status, String code, String inner, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.inner = inner;
  }

  public Refusal(int status, String code, String message) {
    this(status, code, "", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String inner() {
    return inner;
  }

  /** The service's text. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
