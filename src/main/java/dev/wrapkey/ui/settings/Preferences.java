package dev.wrapkey.ui.settings;

import dev.wrapkey.ui.view.Memory;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How a person likes the program; every change is kept. Lives on the screen's thread. */
public final class Preferences {

  /** What a choice is called in the memory. */
  private interface Kept {
    String word();
  }

  /** Light or dark. */
  public enum Appearance implements Kept {
    SYSTEM,
    LIGHT,
    DARK;

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether that is dark. */
    public boolean isDark(boolean system) {
      return this == SYSTEM ? system : this == DARK;
    }
  }

  /** Whether panes slide. */
  public enum Motion implements Kept {
    SYSTEM,
    REDUCED,
    FULL;

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The language of the words, from the next start on. */
  public enum Language implements Kept {
    SYSTEM("system"),
    ENGLISH("en"),
    GERMAN("de");

    private final String word;

    Language(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** The name under which the memory keeps the language. */
  public static final String LANGUAGE = "language";

  private static final String APPEARANCE = "appearance";
  private static final String MOTION = "motion";
  private static final String UPDATES = "updates";

  // What earlier versions kept.
  private static final String DARK = "dark";

  private final ObjectProperty<Appearance> appearance;
  private final ObjectProperty<Motion> motion;
  private final ObjectProperty<Language> language;
  private final BooleanProperty updates;

  public Preferences(Memory memory) {
    appearance = kept(memory, APPEARANCE, earlier(memory), Appearance.values());
    motion = kept(memory, MOTION, Motion.SYSTEM, Motion.values());
    language = kept(memory, LANGUAGE, Language.SYSTEM, Language.values());
    updates = new SimpleBooleanProperty(Boolean.parseBoolean(memory.recall(UPDATES, "false")));
    updates.subscribe((was, on) -> memory.keep(UPDATES, on.toString()));
  }

  private static Appearance earlier(Memory memory) {
    return switch (memory.recall(DARK, "")) {
      case "true" -> Appearance.DARK;
      case "false" -> Appearance.LIGHT;
      default -> Appearance.SYSTEM;
    };
  }

  private static <K extends Kept> ObjectProperty<K> kept(
      Memory memory, String name, K otherwise, K[] all) {
    String word = memory.recall(name, otherwise.word());
    ObjectProperty<K> property =
        new SimpleObjectProperty<>(
            Arrays.stream(all)
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(otherwise));
    property.subscribe((was, now) -> memory.keep(name, now.word()));
    return property;
  }

  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  public ObjectProperty<Motion> motionProperty() {
    return motion;
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Whether the program asks for newer versions of itself when it starts. */
  public BooleanProperty updatesProperty() {
    return updates;
  }
}
