package dev.wrapkey.rules;

/**
 * Something that says what Azure demands.
 *
 * @param title its title; begins with "inferred" where no document was found
 * @param date its date, ISO 8601, as precise as it is known: a year, a month or a day; empty if it
 *     has none
 */
public record Document(String title, String date) {

  private static final String ISO = "20\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?";

  /**
   * @throws IllegalArgumentException if the date is not one
   */
  public Document {
    if (!date.isEmpty() && !date.matches(ISO)) {
      throw new IllegalArgumentException("not a date: " + date);
    }
  }

  /** Whether both dates are known, and precisely enough to tell that this document is the newer. */
  public boolean isNewerThan(Document other) {
    int known = Math.min(date.length(), other.date.length());
    return date.substring(0, known).compareTo(other.date.substring(0, known)) > 0;
  }

  /** Whether no document was found. */
  public boolean isInferred() {
    return title.startsWith("inferred");
  }
}
