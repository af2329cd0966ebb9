package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.settings.Preferences.Appearance;
import dev.wrapkey.ui.shell.ShellViewModel;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Has the window look as the person likes it, and as the operating system does where they leave it
 * to that.
 */
record Looks(Preferences preferences) {

  /** Paints the frame; what was asked for at the command line holds until somebody changes it. */
  void paint(ShellViewModel shell, Options.Theme asked) {
    shell.darkProperty().set(asked == Options.Theme.SYSTEM ? isDark() : isDark(asked));
    shell
        .darkProperty()
        .subscribe(
            (was, dark) -> {
              if (dark != isDark()) {
                preferences.appearanceProperty().set(dark ? Appearance.DARK : Appearance.LIGHT);
              }
            });
    preferences.appearanceProperty().subscribe((was, now) -> shell.darkProperty().set(isDark()));
  }

  /** Follows the operating system while the program runs. */
  void follow(Supplier<ShellViewModel> shell) {
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(
            (was, now) -> {
              if (preferences.appearanceProperty().get() == Appearance.SYSTEM) {
                shell.get().darkProperty().set(isDark());
              }
            });
  }

  /** Has panes slide or not. */
  void still(Scene scene) {
    preferences
        .motionProperty()
        .subscribe(
            motion -> {
              switch (motion) {
                case SYSTEM -> scene.getPreferences().setReducedMotion(null); // its own default
                case REDUCED -> scene.getPreferences().setReducedMotion(true);
                case FULL -> scene.getPreferences().setReducedMotion(false);
              }
            });
  }

  private static boolean isDark(Options.Theme asked) {
    return asked == Options.Theme.DARK;
  }

  private boolean isDark() {
    return preferences
        .appearanceProperty()
        .get()
        .isDark(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
  }
}
