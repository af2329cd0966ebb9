package dev.wrapkey.language;

import java.util.Locale;

/**
 * A language that Wrapkey speaks. It is chosen once, before the first word is said, by {@link
 * #choose} when a window opens; the command line, which never chooses, speaks English.
 */
public enum Language {
  ENGLISH("en", ""),
  GERMAN("de", "_de");

  /** The system property by which a person names the language of the window, such as {@code de}. */
  public static final String PROPERTY = "wrapkey.language";

  // Which one was chosen; also how a test has a whole process speak another language.
  private static final String SPOKEN = "wrapkey.language.spoken";

  private static final Locale SYSTEM = Locale.getDefault();
  private static final Locale NUMBERS = Locale.getDefault(Locale.Category.FORMAT);

  private final String code;
  private final String suffix;

  Language(String code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  private static final class Chosen {
    static final Language ONE = of(System.getProperty(SPOKEN, ENGLISH.code));
  }

  /** The language of this run; the same from the first call on. */
  public static Language ofThisRun() {
    return Chosen.ONE;
  }

  /**
   * Has numbers, dates and the words of libraries be English until a language is chosen, whatever
   * the system speaks: what a command says is read by programs too.
   */
  public static void beginInEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  /**
   * Chooses the language of this run, unless the system property did; to be called before {@link
   * #ofThisRun}. What is not ours to say (words of the toolkit, names of months) follows.
   *
   * @param wanted the code of a language, or anything else for that of the system
   */
  public static void choose(String wanted) {
    String otherwise = isSpoken(wanted) ? wanted : SYSTEM.getLanguage();
    System.setProperty(SPOKEN, System.getProperty(PROPERTY, otherwise));
    Locale.setDefault(NUMBERS);
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
