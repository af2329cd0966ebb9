package dev.wrapkey.language;

import java.util.Locale;

/**
 * A language that Wrapkey speaks. It is chosen once, before the first word is said: by the system
 * property {@code wrapkey.language}, or by {@link #choose}; it is English where neither was done,
 * as on the command line.
 */
public enum Language {
  ENGLISH("en", ""),
  GERMAN("de", "_de");

  /** The system property: a language such as {@code de}. */
  public static final String PROPERTY = "wrapkey.language";

  private final String code;
  private final String suffix;

  Language(String code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  private static final class Chosen {
    static final Language ONE = of(System.getProperty(PROPERTY, ENGLISH.code));
  }

  /** The language of this run; the same from the first call on. */
  public static Language ofThisRun() {
    return Chosen.ONE;
  }

  /**
   * Chooses the language of this run, unless the system property did; to be called before {@link
   * #ofThisRun}. What is not ours to say (words of the toolkit, names of months) follows.
   *
   * @param wanted the code of a language, or anything else for that of the system
   */
  public static void choose(String wanted) {
    if (System.getProperty(PROPERTY) == null) {
      String system = Locale.getDefault().getLanguage();
      System.setProperty(PROPERTY, isSpoken(wanted) ? wanted : system);
    }
    Locale.setDefault(ofThisRun().locale());
  }

  /** The language of a code such as {@code de}; English if Wrapkey does not speak it. */
  public static Language of(String code) {
    for (Language each : values()) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    return ENGLISH;
  }

  private static boolean isSpoken(String code) {
    return of(code).code.equals(code);
  }

  /** This language in the person's country, for numbers and dates. */
  public Locale locale() {
    Locale here = Locale.getDefault(Locale.Category.FORMAT);
    return here.getLanguage().equals(code)
        ? here
        : new Locale.Builder().setLanguage(code).setRegion(here.getCountry()).build();
  }

  /** For example {@code de}. */
  public String code() {
    return code;
  }

  /** What the name of a file in this language ends with, before the full stop. */
  public String suffix() {
    return suffix;
  }
}
