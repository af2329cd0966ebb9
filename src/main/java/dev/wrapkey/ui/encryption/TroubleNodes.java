package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.CommandBox;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Draws what is the matter with a server's keys, and the way back. */
final class TroubleNodes {

  private TroubleNodes() {}

  /**
   * @param looking whether more may be found
   * @param recover leads to the page on which the server comes back
   */
  static List<Node> of(Present now, List<Trouble> causes, boolean looking, Runnable recover) {
    List<Node> nodes = new ArrayList<>();
    Callout trouble =
        new Callout(
            Callout.Kind.ERROR,
            Texts.text(
                now.isInaccessible() ? "encryption.inaccessible" : "encryption.invalid",
                now.server().name()));
    Link way = new Link(Texts.text("encryption.recover"));
    way.setId("recover-server");
    way.setOnAction(e -> recover.run());
    trouble.getActions().add(way);
    nodes.add(trouble);
    causes.forEach(cause -> nodes.addAll(of(cause)));
    if (causes.isEmpty() && !looking) {
      nodes.add(new Callout(Callout.Kind.INFO, Texts.text("encryption.cause.none")));
    }
    return nodes;
  }

  private static List<Node> of(Trouble cause) {
    String key = cause.suspect().name();
    Callout words =
        new Callout(
            Callout.Kind.WARNING,
            Texts.text("encryption.purpose." + cause.purpose())
                + " "
                + Texts.text("encryption.cause." + key, cause.thing())
                + "\n"
                + Texts.text("encryption.recovery." + key, cause.thing(), cause.message()));
    Optional<KeyIdentifier> pinned =
        cause.key().filter(id -> cause.suspect() == Suspect.KEY_EXPIRED);
    return pinned
        .<List<Node>>map(id -> List.of(words, new CommandBox(Commands.extend(id))))
        .orElse(List.of(words));
  }
}
