package dev.wrapkey.ui.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {

  /** The tour types as a person; the trap only wants to know which way the Tab key goes. */
  private static final Set<String> MAY_NAME_KEYS =
      Set.of("Shortcut.java", "Hand.java", "Tour.java", "Sights.java", "FocusTrap.java");

  private static KeyEvent pressed(KeyCode code, boolean control, boolean shift) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @Test
  void aKeyWithAnotherModifierIsAnotherKey() {
    assertThat(Shortcut.GUIDE.matches(pressed(KeyCode.F1, false, false))).isTrue();
    assertThat(Shortcut.GUIDE.matches(pressed(KeyCode.F1, false, true))).isFalse();
    assertThat(Shortcut.KEYBOARD.matches(pressed(KeyCode.F1, false, true))).isTrue();
    assertThat(Shortcut.CANARY.matches(pressed(KeyCode.C, true, false))).isFalse();
    assertThat(Shortcut.COPY.matches(pressed(KeyCode.C, true, false))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Shortcut.Place.class)
  void noKeyMeansTwoThingsInOnePlace(Shortcut.Place place) {
    List<String> keys = place.shortcuts().stream().flatMap(Shortcut::written).toList();
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyShortcutStandsInOnePlaceOfTheMap() {
    assertThat(Stream.of(Shortcut.Place.values()).flatMap(place -> place.shortcuts().stream()))
        .containsExactlyInAnyOrder(Shortcut.values());
  }

  @Test
  void whoeverListensToKeysAsksTheRegistry() throws IOException {
    Set<String> others = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("KeyCode.")) {
          others.add(file.getFileName().toString());
        }
      }
    }
    assertThat(others).contains("Shortcut.java").isSubsetOf(MAY_NAME_KEYS);
  }

  @ParameterizedTest
  @EnumSource(Shortcut.class)
  void everyShortcutIsListenedTo(Shortcut shortcut) throws IOException {
    boolean heard = false;
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        heard |=
            code.contains("Shortcut." + shortcut + ".matches(")
                || file.endsWith("WindowKeys.java") && code.contains("case " + shortcut + " ->");
      }
    }
    assertThat(heard).isTrue();
  }
}
