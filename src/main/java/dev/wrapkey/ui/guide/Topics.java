package dev.wrapkey.ui.guide;

import dev.wrapkey.ui.view.Views;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the guide is about which screen, by the names of the screens' files.
 *
 * <p>A screen leads to its page when it is seen. A part of a screen leads to its page only when the
 * focus is in it; a part without a page of its own is about what the screen around it is about.
 */
public final class Topics {

  /** The page that lists the others. */
  static final String CONTENTS = "index";

  private static final Map<String, String> SCREENS = new HashMap<>();
  private static final Map<String, String> PARTS = new HashMap<>();

  /** Parts about which the screen around them says everything. */
  private static final Set<String> SILENT =
      Set.of(
          "choice",
          "cost",
          "encryptionblock",
          "encryptionbody",
          "guide",
          "keychoice",
          "keystores",
          "place",
          "rotationchoice",
          "rotationgate",
          "servercommands",
          "shell",
          "uses",
          "versionchoice",
          "wavechoice",
          "waverun");

  static {
    screens("alerts", "alerts", "watch");
    screens("automatic-rotation", "policy");
    screens("before-you-break-it", "breaking", "impact");
    screens("create-a-server", "basics", "compute", "create");
    screens("create-with-your-key", "identity", "key", "newidentity", "newvault", "security");
    screens("data-encryption", "encryption");
    screens("follow-a-deployment", "deployment");
    screens("key-health", "health");
    screens("keyboard", "keyboard");
    screens("key-vaults", "import", "keypage", "store", "vaults", "version");
    screens("look-inside", "inside");
    screens("lost-key", "recovery");
    screens("practice-cloud", "practice");
    screens("private-networking", "network", "networking", "newendpoint", "newsubnet", "newzone");
    screens("record", "record");
    screens("rehearsals", "rehearsals");
    screens("real-azure", "signin", "signinscope");
    screens("restore-and-replicas", "copybasics", "replication");
    screens("review-and-plans", "review", "tags", "template");
    screens("rotate-a-key", "rotation");
    screens("rotate-many", "waves");
    screens("rules", "rulebook");
    screens("settings", "about", "settings");
    screens("servers", "deleteserver", "home", "overview", "server", "serverjson");
    parts("create-a-server", "authentication", "firewall");
    parts("follow-a-deployment", "unfinished");
    parts("key-vaults", "gone", "versions");
    parts("look-inside", "datakeys");
    parts("other-programs", "otherprograms");
    parts("real-azure", "signinplace", "signinway");
    parts("practice-cloud", "clock", "steering", "timeline");
    parts("private-networking", "endpoints", "privateaccess");
    parts("rehearsals", "rehearsing");
    parts("restore-and-replicas", "restorepoint");
    parts("review-and-plans", "planfile");
    parts("rights-and-repairs", "preflight");
  }

  private Topics() {}

  private static void screens(String topic, String... screens) {
    for (String each : screens) {
      SCREENS.put(each, topic);
    }
  }

  private static void parts(String topic, String... parts) {
    for (String each : parts) {
      PARTS.put(each, topic);
    }
  }

  /** Whether it is settled what a screen, or a part of one, is about. */
  static boolean knows(String screen) {
    return topic(screen).isPresent() || SILENT.contains(screen);
  }

  /** The page about a screen or a part, if it has one. */
  static Optional<String> topic(String screen) {
    return Optional.ofNullable(SCREENS.get(screen))
        .or(() -> Optional.ofNullable(PARTS.get(screen)));
  }

  /**
   * The page about what is seen.
   *
   * @param area where to look
   * @param focus where the focus is, if anywhere
   */
  static Optional<String> of(Node area, @Nullable Node focus) {
    for (Node each = focus; each != null && each != area; each = each.getParent()) {
      Optional<String> screen = Views.screen(each).filter(name -> topic(name).isPresent());
      if (screen.isPresent()) {
        String name = screen.get();
        return PARTS.containsKey(name) ? topic(name) : deepest(each);
      }
    }
    return deepest(area);
  }

  /** The topic of the innermost screen that is seen. */
  private static Optional<String> deepest(Node node) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (node instanceof Parent parent) {
      for (Node each : parent.getChildrenUnmodifiable()) {
        Optional<String> inner = deepest(each);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Views.screen(node).flatMap(name -> Optional.ofNullable(SCREENS.get(name)));
  }
}
