package dev.wrapkey.provisioning;

/**
 * A text that must not leave the program by accident: it has no readable {@code toString}, is never
 * part of an exception, a log or a saved plan.
 */
public final class Secret {

  public static final Secret EMPTY = new Secret("");

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The secret itself, to be handed to the cloud and to nobody else. */
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "••••••••";
  }
}
