package dev.wrapkey.ui.control;

import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;

/**
 * The two looks of Wrapkey. They differ in the values of the tokens only: shapes, and AtlantaFX
 * below them, are the same file for both, so that a change of theme touches no pop-up that happens
 * to be closed.
 */
public enum Theme {
  LIGHT,
  DARK;

  private static final String FOUNDATION = new PrimerLight().getUserAgentStylesheet();

  /**
   * Has all controls look like AtlantaFX. Before the first control is made it spares the toolkit
   * its own style sheet.
   */
  public static void found() {
    if (!FOUNDATION.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(FOUNDATION);
    }
  }

  /** Paints a scene, and every pop-up that belongs to it, in this theme. */
  public void apply(Scene scene) {
    found();
    scene.getStylesheets().setAll(stylesheets());
  }

  /**
   * The style sheets on top of the foundation, for a scene that cannot be handed to {@link #apply}.
   */
  public List<String> stylesheets() {
    return List.of(
        file("base"),
        file("pages"),
        file(name().toLowerCase(Locale.ROOT)),
        Typeface.ofThisComputer().stylesheet());
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  private static String file(String name) {
    URL url = Theme.class.getResource("/dev/wrapkey/theme/" + name + ".css");
    if (url == null) {
      throw new IllegalStateException("no style sheet: " + name + ".css");
    }
    return url.toExternalForm();
  }
}
